using System.Text.Json;
using Ingot.MySql;

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

    /// <summary>Whether a server has moved on since this position.</summary>
    /// <param name="current">Where it stands now.</param>
    /// <returns>Whether; null when it cannot be told: without GTIDs, a restart alone changes the binlog file.</returns>
    public bool? IsBefore(SnapshotPosition current)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (!string.IsNullOrEmpty(Gtid) && !string.IsNullOrEmpty(current.Gtid))
        {
            return WithoutSpaces(Gtid) != WithoutSpaces(current.Gtid);
        }

        return File is not null && Server == current.Server && File == current.File && Offset == current.Offset ? false : null;
    }

    /// <inheritdoc/>
    public override string ToString() => !string.IsNullOrEmpty(Gtid) ? $"GTID {Gtid}" : File is null ? "unknown" : $"{File}:{Offset}";

    private static string WithoutSpaces(string gtid) => string.Concat(gtid.Where(character => !char.IsWhiteSpace(character)));
}
