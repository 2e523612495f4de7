using System.Globalization;

namespace Ingot.Landing;

/// <summary>The names of landing's files: full loads, and the folder in which one is written.</summary>
public static class LandingNames
{
    /// <summary>The start of the folder's name in which a load is written before its files are published: <c>.load-&lt;id&gt;</c>.</summary>
    public const string TemporaryPrefix = ".load-";

    private const string LoadPrefix = "LOAD";
    private const string Ending = ".parquet";

    /// <summary>The name of a full load's file: <c>LOAD0000000A.parquet</c> for 10.</summary>
    /// <param name="counter">The counter, from 1.</param>
    /// <returns>The name.</returns>
    public static string BuildLoad(int counter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counter);
        return string.Create(CultureInfo.InvariantCulture, $"{LoadPrefix}{counter:X8}{Ending}");
    }

    /// <summary>Reads the counter of a full load's file.</summary>
    /// <param name="name">The file's name; segments (<c>SEGMENT1_LOAD…</c>, folders) are allowed, as DMS writes them.</param>
    /// <param name="counter">The counter.</param>
    /// <returns>Whether it is a full load's file.</returns>
    public static bool TryParseLoad(string name, out int counter)
    {
        ArgumentNullException.ThrowIfNull(name);
        counter = 0;
        var tail = LoadPrefix.Length + 8 + Ending.Length;
        if (name.Length < tail || !name.EndsWith(Ending, StringComparison.Ordinal))
        {
            return false;
        }

        var file = name[^tail..];
        var before = name[..^tail];
        return file.StartsWith(LoadPrefix, StringComparison.Ordinal)
            && (before.Length == 0 || before[^1] is '/' or '_')
            && int.TryParse(file.AsSpan(LoadPrefix.Length, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out counter)
            && counter > 0;
    }
}
