using System.Globalization;
using Ingot.Definition;

namespace Ingot.Scaffolding.Profiling;

/// <summary>Takes the sampled values of one column and tells what they have in common. Pure; not thread-safe.</summary>
internal sealed class ColumnProfiler
{
    /// <summary>The characters of a text that are read, at most.</summary>
    public const int LongestRead = 1024;

    private const int FewestValues = 10;
    private const double LeastShare = 0.9;
    private const int MostWords = 3;

    private static readonly (PersonalKind Kind, Func<string, bool> Looks)[] PersonalShapes =
    [
        (PersonalKind.Email, ValueShapes.IsEmail), (PersonalKind.Account, ValueShapes.IsIban), (PersonalKind.Card, ValueShapes.IsCard), (PersonalKind.IpAddress, ValueShapes.IsIpAddress),
        (PersonalKind.Phone, ValueShapes.IsPhone),
    ];

    private readonly ColumnReading _reading;
    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly long[] _personal = new long[PersonalShapes.Length];
    private long _nulls, _empty, _padded, _zeroDates, _filled, _dates, _timestamps, _integers, _decimals, _json, _wholeJson, _nonAscii, _doubleEncoded, _unixSeconds, _zeros;
    private long? _minimum, _maximum;

    /// <summary>Makes a profiler.</summary>
    /// <param name="reading">How the column is read.</param>
    public ColumnProfiler(ColumnReading reading) => _reading = reading;

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value as the query gives it, or null.</param>
    /// <param name="length">The length, when the query gives one.</param>
    public void Add(string? value, string? length)
    {
        if (value is null)
        {
            _nulls++;
            return;
        }

        _distinct.Add(value);
        switch (_reading)
        {
            case ColumnReading.Binary:
                NoteLength(long.Parse(length!, CultureInfo.InvariantCulture));
                break;
            case ColumnReading.Text or ColumnReading.LongText:
                AddText(value, length is null ? value.EnumerateRunes().Count() : long.Parse(length, CultureInfo.InvariantCulture));
                break;
            case ColumnReading.Time:
                _zeroDates += IsImpossible(value) ? 1 : 0;
                break;
            case ColumnReading.Number:
                _filled++;
                _personal[2] += ValueShapes.IsCard(value) ? 1 : 0;
                _zeros += value == "0" ? 1 : 0;
                _unixSeconds += ValueShapes.IsUnixSeconds(value) ? 1 : 0;
                break;
        }
    }

    /// <summary>Builds the profile.</summary>
    /// <returns>What the values have in common.</returns>
    public ColumnProfile Build()
    {
        var place = Array.FindIndex(_personal, count => _filled >= FewestValues && count >= _filled * LeastShare);
        return new ColumnProfile
        {
            Nulls = _nulls,
            Distinct = _distinct.Count,
            MinLength = _minimum,
            MaxLength = _maximum,
            ZeroDates = _zeroDates,
            Padded = _padded,
            Empty = _empty,
            NonAscii = _nonAscii,
            DoubleEncoded = _doubleEncoded,
            Content = FindContent(),
            PersonalByContent = place < 0 ? null : PersonalShapes[place].Kind,
            PersonalShare = place < 0 ? 0 : _personal[place] / (double)_filled,
        };
    }

    private void AddText(string value, long length)
    {
        NoteLength(length);
        var trimmed = value.Trim(' ');
        if (trimmed.Length == 0)
        {
            _empty += length == 0 ? 1 : 0;
            _padded += length == 0 ? 0 : 1;
            return;
        }

        var isCut = length > value.EnumerateRunes().Count();
        _padded += value[0] == ' ' || (!isCut && value[^1] == ' ') ? 1 : 0;
        _filled++;
        if (_words.Count < MostWords)
        {
            _words.Add(trimmed.ToLowerInvariant());
        }

        if (!System.Text.Ascii.IsValid(value))
        {
            _nonAscii++;
            _doubleEncoded += DoubleEncoding.IsLikely(value) ? 1 : 0;
        }

        if (isCut)
        {
            _json += ValueShapes.IsJson(trimmed, isCut) ? 1 : 0;
            return;
        }

        _dates += ValueShapes.IsDate(trimmed) ? 1 : 0;
        _timestamps += ValueShapes.IsTimestamp(trimmed) ? 1 : 0;
        _integers += ValueShapes.IsInteger(trimmed) ? 1 : 0;
        _decimals += ValueShapes.IsDecimal(trimmed) ? 1 : 0;
        var isJson = ValueShapes.IsJson(trimmed, isCut);
        _json += isJson ? 1 : 0;
        _wholeJson += isJson ? 1 : 0;
        for (var i = 0; i < PersonalShapes.Length; i++)
        {
            _personal[i] += PersonalShapes[i].Looks(trimmed) ? 1 : 0;
        }
    }

    private TextContent FindContent()
    {
        if (_reading == ColumnReading.Number)
        {
            return _filled >= FewestValues && _unixSeconds > _zeros && _unixSeconds + _zeros == _filled ? TextContent.UnixSeconds : TextContent.Unknown;
        }

        if (_reading is not (ColumnReading.Text or ColumnReading.LongText) || _filled < FewestValues)
        {
            return TextContent.Unknown;
        }

        return ValueShapes.AreBooleans(_words) ? TextContent.Booleans
            : _dates == _filled ? TextContent.Dates
            : _dates + _timestamps == _filled ? TextContent.Timestamps
            : _integers == _filled ? TextContent.Integers
            : _decimals == _filled ? TextContent.Decimals
            : _json == _filled && _wholeJson > 0 ? TextContent.Json
            : TextContent.Unknown;
    }

    private void NoteLength(long length)
    {
        _minimum = Math.Min(_minimum ?? length, length);
        _maximum = Math.Max(_maximum ?? length, length);
    }

    private static bool IsImpossible(string value) => value.Length >= 10 && !(value.StartsWith("0000-", StringComparison.Ordinal) ? IsDayOfYearZero(value) : ValueShapes.IsDate(value[..10]));

    // Year 0 is kept by the load; it is a leap year.
    private static bool IsDayOfYearZero(string value) => ValueShapes.IsDate($"0400{value[4..10]}");
}
