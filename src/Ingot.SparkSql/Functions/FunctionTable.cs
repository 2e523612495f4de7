using System.Collections.Frozen;

namespace Ingot.SparkSql.Functions;

/// <summary>All functions that are known, by name.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["ucase"] = "upper",
        ["lcase"] = "lower",
        ["len"] = "length",
        ["char_length"] = "length",
        ["character_length"] = "length",
        ["substr"] = "substring",
        ["char"] = "chr",
        ["position"] = "locate",
        ["charindex"] = "locate",
        ["regexp"] = "rlike",
        ["regexp_like"] = "rlike",
        ["sha"] = "sha1",
        ["printf"] = "format_string",
        ["sign"] = "signum",
        ["ceiling"] = "ceil",
        ["power"] = "pow",
        ["day"] = "dayofmonth",
        ["datepart"] = "date_part",
        ["extract"] = "date_part",
        ["date_diff"] = "datediff",
        ["dateadd"] = "date_add",
        ["now"] = "current_timestamp",
        ["curdate"] = "current_date",
        ["mean"] = "avg",
        ["std"] = "stddev_samp",
        ["stddev"] = "stddev_samp",
        ["variance"] = "var_samp",
        ["every"] = "bool_and",
        ["any"] = "bool_or",
        ["some"] = "bool_or",
        ["first_value"] = "first",
        ["last_value"] = "last",
        ["array_agg"] = "collect_list",
        ["cardinality"] = "size",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, SparkFunction> Functions = new[]
    {
        StringFunctions.All, NumberFunctions.All, DateFunctions.All, ConditionalFunctions.All, CollectionFunctions.All, AggregateFunctions.All,
    }.SelectMany(list => list).ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a function by any of its names, without regard to case.</summary>
    public static SparkFunction? Find(string name) => Functions.GetValueOrDefault(Aliases.GetValueOrDefault(name, name));

    /// <summary>All names, aliases too.</summary>
    public static IEnumerable<string> Names => Functions.Keys.Concat(Aliases.Keys);

    /// <summary>All functions.</summary>
    public static IEnumerable<SparkFunction> All => Functions.Values;
}
