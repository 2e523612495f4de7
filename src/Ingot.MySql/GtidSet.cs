using System.Globalization;

namespace Ingot.MySql;

/// <summary>
/// A set of transactions. MySQL: <c>uuid:1-5:7,uuid:tag:1-3</c>, intervals by source. MariaDB: <c>0-1-100,1-2-7</c>, the last of each domain, which stands for all up to it.
/// Two sets with the same transactions are equal however they were written. Immutable.
/// </summary>
public sealed class GtidSet : IEquatable<GtidSet>
{
    private readonly SortedDictionary<string, List<(long From, long To)>> _intervals;
    private readonly ServerFlavor _flavor;

    private GtidSet(ServerFlavor flavor, SortedDictionary<string, List<(long From, long To)>> intervals)
    {
        _flavor = flavor;
        _intervals = intervals;
    }

    /// <summary>Whether no transaction is in it.</summary>
    public bool IsEmpty => _intervals.Count == 0;

    /// <summary>Parses a set.</summary>
    /// <param name="flavor">Whose notation it is.</param>
    /// <param name="text">The text; empty for the empty set; line breaks are allowed.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">The text is not a set.</exception>
    public static GtidSet Parse(ServerFlavor flavor, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var intervals = new SortedDictionary<string, List<(long, long)>>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (flavor == ServerFlavor.MariaDb)
            {
                ReadMariaDb(part, intervals);
            }
            else
            {
                ReadMySql(part, intervals);
            }
        }

        foreach (var list in intervals.Values)
        {
            Merge(list);
        }

        return new GtidSet(flavor, intervals);
    }

    /// <summary>Whether every transaction of the other set is in this one.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>Whether it is so.</returns>
    public bool Contains(GtidSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._intervals.All(pair => _intervals.TryGetValue(pair.Key, out var mine)
            && pair.Value.TrueForAll(interval => mine.Exists(outer => outer.From <= interval.From && interval.To <= outer.To)));
    }

    /// <inheritdoc/>
    public bool Equals(GtidSet? other) => other is not null && _flavor == other._flavor && Contains(other) && other.Contains(this)
        && (_flavor == ServerFlavor.MySql || ToString() == other.ToString());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GtidSet);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() => _flavor == ServerFlavor.MariaDb
        ? string.Join(',', _intervals.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}-{pair.Value[0].To}")))
        : string.Join(',', _intervals.Select(pair => $"{pair.Key}:{string.Join(':', pair.Value.Select(Write))}"));

    private static string Write((long From, long To) interval) => interval.From == interval.To
        ? interval.From.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{interval.From}-{interval.To}");

    // domain-server-sequence; the server that wrote the last one is part of the identity.
    private static void ReadMariaDb(string part, SortedDictionary<string, List<(long, long)>> intervals)
    {
        var numbers = part.Split('-');
        if (numbers.Length != 3 || !uint.TryParse(numbers[0], CultureInfo.InvariantCulture, out _) || !uint.TryParse(numbers[1], CultureInfo.InvariantCulture, out _))
        {
            throw Wrong(part);
        }

        intervals[$"{numbers[0]}-{numbers[1]}"] = [(1, ReadNumber(numbers[2], part))];
    }

    private static void ReadMySql(string part, SortedDictionary<string, List<(long, long)>> intervals)
    {
        var pieces = part.Split(':', StringSplitOptions.TrimEntries);
        if (!Guid.TryParseExact(pieces[0], "D", out var uuid) || pieces.Length < 2)
        {
            throw Wrong(part);
        }

        var source = uuid.ToString("D");
        var key = source;
        foreach (var piece in pieces.AsSpan(1))
        {
            if (piece.Length > 0 && !char.IsAsciiDigit(piece[0]))
            {
                key = $"{source}:{piece.ToLowerInvariant()}";
                continue;
            }

            var ends = piece.Split('-');
            var from = ReadNumber(ends[0], part);
            var to = ends.Length == 2 ? ReadNumber(ends[1], part) : from;
            if (ends.Length > 2 || to < from)
            {
                throw Wrong(part);
            }

            if (!intervals.TryGetValue(key, out var list))
            {
                intervals[key] = list = [];
            }

            list.Add((from, to));
        }
    }

    private static long ReadNumber(string text, string part) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Wrong(part);

    private static FormatException Wrong(string part) => new($"'{part}' is not a GTID.");

    private static void Merge(List<(long From, long To)> list)
    {
        list.Sort();
        for (var i = list.Count - 1; i > 0; i--)
        {
            if (list[i].From <= list[i - 1].To + 1)
            {
                list[i - 1] = (list[i - 1].From, Math.Max(list[i - 1].To, list[i].To));
                list.RemoveAt(i);
            }
        }
    }
}
