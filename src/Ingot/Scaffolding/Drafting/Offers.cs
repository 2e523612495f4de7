using Ingot.Scaffolding.Profiling;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Conversions that the values of a column suggest: offered as comments, never made silently.</summary>
internal static class Offers
{
    /// <summary>The offers for a column, each as the comment that becomes an entry when its marks are taken away.</summary>
    public static IEnumerable<string> Of(ColumnDraft column)
    {
        var name = SparkText.Name(column.Name);
        var isText = column.SparkType == "string" && ColumnDraft.IsText(column.Source) && !column.IsKey && !column.IsLink;
        if (isText && Conversion(column) is { } offer)
        {
            yield return $"offered: {offer.Sql} AS {name},  -- {offer.Reason}";
        }

        if (column.Profile?.Content == TextContent.UnixSeconds && column.SparkType is "int" or "bigint" && !column.IsKey && !column.IsLink && TechnicalWords.IsTime(column.Name))
        {
            yield return $"offered: timestamp_seconds(nullif({column.Expression}, 0)) AS {name},  -- the values are all seconds since 1970, or 0 for none";
        }

        if (isText && column.Profile is { Empty: > 0 })
        {
            yield return $"offered: nullif({column.Expression}, '') AS {name},  -- some values are empty texts";
        }

        if (column.Source.ColumnType.StartsWith("tinyint(1)", StringComparison.OrdinalIgnoreCase) && !column.IsLink && !column.IsKey)
        {
            yield return $"offered: {column.Expression} <> 0 AS {name},  -- TINYINT(1) is MySQL's boolean";
        }

        if (column.SparkType == "binary" && column.Profile is { MinLength: 16, MaxLength: 16 } or { } && column.Source.ColumnType.Equals("binary(16)", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"offered: lower(hex({column.Expression})) AS {SparkText.Name(column.Name + "_text")},  -- 16 bytes are most likely a UUID";
        }
    }

    private static (string Sql, string Reason)? Conversion(ColumnDraft column) => column.Profile?.Content switch
    {
        TextContent.Dates => ($"try_cast({column.Expression} AS DATE)", "the values are all dates"),
        TextContent.Timestamps => ($"try_cast({column.Expression} AS TIMESTAMP)", "the values are all dates with a time"),
        TextContent.Integers => ($"try_cast({column.Expression} AS BIGINT)", "the values are all whole numbers"),
        TextContent.Decimals => ($"try_cast({column.Expression} AS DECIMAL(38, 6))", "the values are all numbers"),
        TextContent.Booleans => ($"try_cast({column.Expression} AS BOOLEAN)", "the values are two words for yes and no"),
        TextContent.Json => ($"get_json_object({column.Expression}, '$.field')", "the values are all JSON; this reads one field"),
        _ => null,
    };
}
