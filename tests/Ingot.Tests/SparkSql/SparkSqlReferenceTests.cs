namespace Ingot.Tests.SparkSql;

public sealed class SparkSqlReferenceTests
{
    [Fact]
    public void The_page_of_the_dialect_is_what_the_code_says() => WrittenFile.AssertEqual("docs/reference/spark-sql.md", SparkSqlReference.Build());
}
