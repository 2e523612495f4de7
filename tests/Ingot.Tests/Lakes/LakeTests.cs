using Ingot.Definition;
using Ingot.Lakes;
using Ingot.TestSupport;

namespace Ingot.Tests.Lakes;

public sealed class LakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_new_folder_becomes_a_lake_that_opens_again()
    {
        var made = Lake.OpenOrCreate(_folder.Combine("lake"));

        Assert.Equal(made.Folder, Lake.Open(_folder.Combine("lake")).Folder);
    }

    [Fact]
    public void A_folder_with_something_else_in_it_is_refused_and_not_touched()
    {
        _folder.Write("home/letter.txt", "dear");

        var error = Assert.Throws<PipelineException>(() => Lake.OpenOrCreate(_folder.Combine("home")));

        Assert.Equal("INGOT2002", error.Code);
        Assert.Contains("letter.txt", error.Message, StringComparison.Ordinal);
        Assert.Equal([_folder.Combine("home/letter.txt")], Directory.GetFileSystemEntries(_folder.Combine("home")));
    }

    [Fact]
    public void A_lake_of_a_newer_format_is_refused()
    {
        var lake = Lake.OpenOrCreate(_folder.Combine("lake"));
        File.WriteAllText(Path.Combine(lake.IngotFolder, "format"), """{"version":99}""");

        Assert.Equal("INGOT2005", Assert.Throws<PipelineException>(() => Lake.OpenOrCreate(lake.Folder)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"version":"one"}""")]
    public void A_format_that_is_none_is_named(string content)
    {
        var lake = Lake.OpenOrCreate(_folder.Combine("lake"));
        File.WriteAllText(Path.Combine(lake.IngotFolder, "format"), content);

        Assert.Equal("INGOT2006", Assert.Throws<PipelineException>(() => Lake.Open(lake.Folder)).Code);
    }

    [Fact]
    public void A_lake_in_the_cloud_is_refused_by_name()
    {
        var error = Assert.Throws<PipelineException>(() => Lake.OpenOrCreate("s3://bucket/lake"));

        Assert.Equal("INGOT2001", error.Code);
        Assert.Contains("s3://bucket/lake", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_writer_of_a_lake_hears_who_the_first_is()
    {
        var lake = Lake.OpenOrCreate(_folder.Combine("lake"));
        using (LakeLock.Acquire(lake, "ingot run", TimeProvider.System))
        {
            var error = Assert.Throws<PipelineException>(() => LakeLock.Acquire(lake, "ingot adopt", TimeProvider.System));

            Assert.Equal("INGOT2007", error.Code);
            Assert.Contains("`ingot run`", error.Message, StringComparison.Ordinal);
            Assert.Contains($"process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
        }

        LakeLock.Acquire(lake, "ingot adopt", TimeProvider.System).Dispose();
    }

    [Fact]
    public void Tables_are_found_by_their_logs_and_named_as_they_were()
    {
        var lake = Lake.OpenOrCreate(_folder.Combine("lake"));
        var name = new TableName(Layer.Bronze, "my/odd.table 😀");
        Directory.CreateDirectory(Path.Combine(lake.FolderOf(name), "_delta_log"));
        Directory.CreateDirectory(Path.Combine(lake.Folder, "gold", "no_table"));

        Assert.Equal([name], lake.ListTables());
    }

    public void Dispose() => _folder.Dispose();
}
