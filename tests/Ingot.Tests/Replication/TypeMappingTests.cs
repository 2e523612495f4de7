using System.Text;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.Replication.Decoding;
using Ingot.TestSupport;

namespace Ingot.Tests.Replication;

public sealed class TypeMappingTests
{
    [Fact]
    public void Page_of_types_is_the_table_of_the_code()
    {
        var path = RepositoryRoot.Combine("docs/reference/types.md");
        var page = File.ReadAllText(path);
        var table = new StringBuilder("| MySQL or MariaDB | Delta (Spark) | AWS DMS in Parquet | rule |\n| --- | --- | --- | --- |\n");
        foreach (var rule in TypeMapping.Rules)
        {
            table.Append($"| {rule.Form} | {rule.SparkType} | {rule.Dms} | {rule.Note} |\n");
        }

        if (Environment.GetEnvironmentVariable("INGOT_UPDATE_DOCS") == "1")
        {
            var start = page.IndexOf("| MySQL or MariaDB |", StringComparison.Ordinal);
            var end = page.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
            File.WriteAllText(path, page[..start] + table + page[end..]);
            return;
        }

        Assert.Contains(table.ToString(), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decimal", "decimal(38,10)", 38, 10, "decimal(38,10)", "DECIMAL(38,10)")]
    [InlineData("decimal", "decimal(39,10)", 39, 10, "string", "VARCHAR")]
    [InlineData("bigint", "bigint(20) unsigned", 20, 0, "decimal(20,0)", "DECIMAL(20,0)")]
    [InlineData("int", "int(10) unsigned zerofill", 10, 0, "bigint", "BIGINT")]
    [InlineData("bit", "bit(1)", 1, null, "boolean", "BOOLEAN")]
    [InlineData("bit", "bit(2)", 2, null, "binary", "BLOB")]
    [InlineData("timestamp", "timestamp(6)", null, null, "timestamp", "TIMESTAMP WITH TIME ZONE")]
    public void Column_is_mapped_by_its_digits_and_sign(string dataType, string columnType, int? precision, int? scale, string spark, string duckDb)
    {
        var mapping = Assert.Single(TypeMapping.Map(Table(Column("a", dataType, columnType) with { NumericPrecision = precision, NumericScale = scale })));
        Assert.Equal((spark, duckDb, columnType), (mapping.SparkType, mapping.DuckDbType, mapping.SourceType));
    }

    [Fact]
    public void Unknown_type_is_refused_by_table_column_and_type()
    {
        var error = Assert.Throws<MySqlSourceException>(() => TypeMapping.Map(Table(Column("a", "xmltype", "xmltype"))));
        Assert.Equal(MySqlErrorCodes.ColumnType, error.Code);
        Assert.Contains("shop.t.a", error.Message, StringComparison.Ordinal);
        Assert.Contains("xmltype", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OP")]
    [InlineData("load_id")]
    public void Reserved_column_name_is_refused(string name) =>
        Assert.Equal("INGOT1016", Assert.Throws<PipelineException>(() => TypeMapping.Map(Table(Column(name, "int", "int")))).Code);

    [Fact]
    public void Days_are_those_of_the_calendar()
    {
        for (var day = new DateOnly(1, 1, 1); day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            Assert.Equal(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber, DateDecoder.DaysSince1970(day.Year, day.Month, day.Day));
        }

        Assert.Equal(-719528, DateDecoder.DaysSince1970(0, 1, 1));
    }

    private static TableSchema Table(params ColumnSchema[] columns) => new() { Schema = "shop", Name = "t", Columns = columns };

    private static ColumnSchema Column(string name, string dataType, string columnType) =>
        new() { Name = name, Ordinal = 1, DataType = dataType, ColumnType = columnType, IsNullable = true };
}
