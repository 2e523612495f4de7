using System.Text.Json;

namespace Ingot.Verification;

/// <summary>The source's position that a load of the lake belongs to: <c>ingot.position</c> in the metadata of a landing file.</summary>
public sealed record LakePosition
{
    /// <summary><c>mysql</c> or <c>mariadb</c>.</summary>
    public string? Flavor { get; init; }

    /// <summary>The server's identity.</summary>
    public string? Server { get; init; }

    /// <summary>The binlog file.</summary>
    public string? File { get; init; }

    /// <summary>The offset in the file.</summary>
    public long? Offset { get; init; }

    /// <summary>The GTID set in the server's notation.</summary>
    public string? Gtid { get; init; }

    /// <summary>Reads the JSON of <c>ingot.position</c>.</summary>
    /// <param name="json">The JSON, or null.</param>
    /// <returns>The position, or null when there is none or it is not one.</returns>
    public static LakePosition? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<LakePosition>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => !string.IsNullOrEmpty(Gtid) ? $"GTID {Gtid}" : File is null ? "unknown" : $"{File}:{Offset}";
}
