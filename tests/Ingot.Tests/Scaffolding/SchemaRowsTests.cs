using Ingot.MySql;

namespace Ingot.Tests.Scaffolding;

public sealed class SchemaRowsTests
{
    [Theory]
    [InlineData("enum('a','b')", "a|b")]
    [InlineData("set('it''s','c,d')", "it's|c,d")]
    [InlineData(@"enum('a\\b','x\ny','')", "a\\b|x\ny|")]
    [InlineData("enum('(',')')", "(|)")]
    public void Labels_are_read(string type, string expected) => Assert.Equal(expected, string.Join('|', SchemaRows.ReadLabels(type)));

    [Fact]
    public void Labels_that_the_server_may_not_show_are_not_guessed() => Assert.Empty(SchemaRows.ReadLabels("enum('fine','?')"));

    [Fact]
    public void The_end_of_a_version_is_no_part_of_a_key()
    {
        var tables = new SqlRows(["TABLE_SCHEMA", "TABLE_NAME", "TABLE_TYPE", "ENGINE"], [["s", "t", "SYSTEM VERSIONED", "InnoDB"]]);
        var columns = new SqlRows(
            ["TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME", "ORDINAL_POSITION", "DATA_TYPE", "COLUMN_TYPE", "IS_NULLABLE", "EXTRA", "GENERATION_EXPRESSION"],
            [["s", "t", "id", "1", "int", "int(11)", "NO", "", null], ["s", "t", "until", "2", "timestamp", "timestamp(6)", "NO", "STORED GENERATED", "ROW END"]]);
        var statistics = new SqlRows(["TABLE_SCHEMA", "TABLE_NAME", "INDEX_NAME", "COLUMN_NAME"], [["s", "t", "PRIMARY", "id"], ["s", "t", "PRIMARY", "until"]]);
        Assert.Equal(["id"], Assert.Single(SchemaRows.Build(tables, columns, statistics, new SqlRows([], []))).PrimaryKey);
    }

    [Fact]
    public void Columns_that_are_not_shown_are_noticed()
    {
        var tables = new SqlRows(["TABLE_SCHEMA", "TABLE_NAME", "TABLE_TYPE", "ENGINE", "TABLE_ROWS", "DATA_LENGTH", "CREATE_OPTIONS", "TABLE_COMMENT"], [["s", "t", "BASE TABLE", "MyISAM", null, "7", "partitioned", "x"]]);
        var columns = new SqlRows(
            ["TABLE_SCHEMA", "TABLE_NAME", "COLUMN_NAME", "ORDINAL_POSITION", "DATA_TYPE", "COLUMN_TYPE", "IS_NULLABLE", "PRIVILEGES"],
            [["s", "t", "b", "2", "int", "int(11)", "NO", "select,insert"], ["s", "t", "d", "4", "int", "int(11)", "YES", "insert"]]);
        var table = Assert.Single(SchemaRows.Build(tables, columns, new SqlRows([], []), new SqlRows([], [])));
        Assert.Equal([1, 3], table.HiddenColumns);
        Assert.Equal([true, false], table.Columns.Select(column => column.IsReadable));
        Assert.False(table.IsInSnapshots);
        Assert.True(table.IsPartitioned);
    }
}
