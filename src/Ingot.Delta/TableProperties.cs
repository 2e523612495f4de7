using System.Globalization;
using Ingot.Delta.Actions;

namespace Ingot.Delta;

/// <summary>The table properties that this library follows, with their defaults.</summary>
internal static class TableProperties
{
    public const string AppendOnlyName = "delta.appendOnly";

    private const int DefaultCheckpointInterval = 10;
    private const int DefaultIndexedColumns = 32;
    private static readonly TimeSpan DefaultDeletedFileRetention = TimeSpan.FromDays(7);
    private static readonly TimeSpan DefaultLogRetention = TimeSpan.FromDays(30);

    public static bool AppendOnly(Metadata metadata) => Flag(metadata, AppendOnlyName, otherwise: false);

    public static bool InCommitTimestamps(Metadata metadata) => Flag(metadata, "delta.enableInCommitTimestamps", otherwise: false);

    public static bool ExpiredLogCleanup(Metadata metadata) => Flag(metadata, "delta.enableExpiredLogCleanup", otherwise: true);

    public static int CheckpointInterval(Metadata metadata)
    {
        var interval = Number(metadata, "delta.checkpointInterval", DefaultCheckpointInterval);
        return interval > 0 ? interval : throw Invalid("delta.checkpointInterval", metadata, "a number above 0");
    }

    public static int IndexedColumns(Metadata metadata) => Number(metadata, "delta.dataSkippingNumIndexedCols", DefaultIndexedColumns);

    public static string? StatisticsColumns(Metadata metadata) => metadata.Configuration.GetValueOrDefault("delta.dataSkippingStatsColumns");

    public static TimeSpan DeletedFileRetention(Metadata metadata) =>
        Interval(metadata, "delta.deletedFileRetentionDuration") ?? DefaultDeletedFileRetention;

    public static TimeSpan LogRetention(Metadata metadata) => Interval(metadata, "delta.logRetentionDuration") ?? DefaultLogRetention;

    public static TimeSpan? TransactionRetention(Metadata metadata) => Interval(metadata, "delta.setTransactionRetentionDuration");

    /// <summary>Refuses properties whose values could not be followed later.</summary>
    public static void Validate(Metadata metadata)
    {
        _ = AppendOnly(metadata);
        _ = InCommitTimestamps(metadata);
        _ = ExpiredLogCleanup(metadata);
        _ = CheckpointInterval(metadata);
        _ = IndexedColumns(metadata);
        _ = DeletedFileRetention(metadata);
        _ = LogRetention(metadata);
        _ = TransactionRetention(metadata);
    }

    private static bool Flag(Metadata metadata, string name, bool otherwise)
    {
        if (!metadata.Configuration.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        return bool.TryParse(text, out var value) ? value : throw Invalid(name, metadata, "true or false");
    }

    private static int Number(Metadata metadata, string name, int otherwise)
    {
        if (!metadata.Configuration.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Invalid(name, metadata, "a whole number");
    }

    private static TimeSpan? Interval(Metadata metadata, string name)
    {
        if (!metadata.Configuration.TryGetValue(name, out var text))
        {
            return null;
        }

        return TryParseInterval(text) ?? throw Invalid(name, metadata, "an interval such as 'interval 30 days'");
    }

    /// <summary>Reads <c>interval 1 week 2 days</c>; months and years have no fixed length and are refused, as Spark does.</summary>
    private static TimeSpan? TryParseInterval(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var start = words.Length > 0 && words[0].Equals("interval", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        if (words.Length == start || (words.Length - start) % 2 != 0)
        {
            return null;
        }

        var total = TimeSpan.Zero;
        for (var i = start; i < words.Length; i += 2)
        {
            if (!long.TryParse(words[i].Trim('\''), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || UnitOf(words[i + 1].Trim('\'')) is not { } unit
                || Math.Abs(number) > TimeSpan.MaxValue.Ticks / unit.Ticks / 2)
            {
                return null;
            }

            total += number * unit;
        }

        return total < TimeSpan.Zero ? null : total;
    }

    private static TimeSpan? UnitOf(string unit) => unit.ToLowerInvariant() switch
    {
        "week" or "weeks" => TimeSpan.FromDays(7),
        "day" or "days" => TimeSpan.FromDays(1),
        "hour" or "hours" => TimeSpan.FromHours(1),
        "minute" or "minutes" => TimeSpan.FromMinutes(1),
        "second" or "seconds" => TimeSpan.FromSeconds(1),
        "millisecond" or "milliseconds" => TimeSpan.FromMilliseconds(1),
        "microsecond" or "microseconds" => TimeSpan.FromMicroseconds(1),
        _ => null,
    };

    private static DeltaException Invalid(string name, Metadata metadata, string expected) => new(
        DeltaErrorCode.Invalid,
        $"The table property {name} is '{metadata.Configuration[name]}', not {expected}.");
}
