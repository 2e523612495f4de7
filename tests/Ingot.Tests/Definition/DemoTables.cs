using System.Globalization;
using System.Text.RegularExpressions;
using Ingot.Definition.Checking;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using Ingot.TestSupport;

namespace Ingot.Tests.Definition;

/// <summary>The tables of the demo's source, read from its schema file.</summary>
internal static partial class DemoTables
{
    private static readonly string Schema = File.ReadAllText(RepositoryRoot.Combine("pipelines/sales/source/schema.sql"));

    /// <summary>The columns of a table with the types that they have in bronze.</summary>
    public static TableSchema SchemaOf(string table)
    {
        var start = Schema.IndexOf($"CREATE TABLE {table} (", StringComparison.Ordinal);
        var body = Schema[start..Schema.IndexOf(") ENGINE", start, StringComparison.Ordinal)];
        var columns = Column().Matches(body).Select(match => new TableColumn(match.Groups["name"].Value, TypeOf(match), !body[match.Index..].Split('\n')[0].Contains("NOT NULL", StringComparison.Ordinal)));
        return new TableSchema([.. columns], ["id"]);
    }

    private static SparkType TypeOf(Match match) => match.Groups["type"].Value switch
    {
        "DECIMAL" => SparkType.Decimal(Number(match, "precision"), Number(match, "scale")),
        "BIGINT" or "INT UNSIGNED" => SparkType.Long,
        "INT" or "MEDIUMINT UNSIGNED" or "SMALLINT UNSIGNED" => SparkType.Int,
        "TINYINT" => SparkType.Byte,
        "DATE" => SparkType.Date,
        "DATETIME" or "TIMESTAMP" => SparkType.Timestamp,
        "VARCHAR" or "CHAR" or "ENUM" or "JSON" or "TEXT" => SparkType.String,
        var type => throw new InvalidOperationException($"The demo has a new type: {type}."),
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^  (?<name>[a-z_]+) (?<type>[A-Z]+(?: UNSIGNED)?)(?:\((?<precision>\d+)(?:,(?<scale>\d+))?)?", RegexOptions.Multiline)]
    private static partial Regex Column();
}
