using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication;

namespace Ingot.Tests.Replication;

public sealed class LandingTests
{
    [Theory]
    [InlineData(1, "LOAD00000001.parquet")]
    [InlineData(10, "LOAD0000000A.parquet")]
    [InlineData(16, "LOAD00000010.parquet")]
    public void Counter_of_a_load_file_is_hexadecimal(int counter, string name)
    {
        Assert.Equal(name, LandingNames.BuildLoad(counter));
        Assert.True(LandingNames.TryParseLoad(name, out var parsed));
        Assert.Equal(counter, parsed);
    }

    [Theory]
    [InlineData("20240327-014303888.parquet")]
    [InlineData("LOAD00000000.parquet")]
    [InlineData("LOAD0000000G.parquet")]
    [InlineData("RELOAD00000001.parquet")]
    [InlineData("LOAD00000001.csv")]
    public void Other_names_are_no_load_files(string name) => Assert.False(LandingNames.TryParseLoad(name, out _));

    [Fact]
    public void Metadata_is_read_as_it_was_built()
    {
        var metadata = new LandingFileMetadata { Source = "shop.t", LoadId = "id", LoadFiles = 3, LoadRows = 12, PositionJson = "{}", SchemaJson = "[]" };
        Assert.Equal(metadata, LandingFileMetadata.Parse(metadata.Build()));
        Assert.True(metadata.Build().ContainsKey("org.apache.spark.version"));
        Assert.False(LandingFileMetadata.Parse(new Dictionary<string, string>()).IsOurs);
    }

    [Fact]
    public void Position_is_read_as_it_was_written()
    {
        var position = new SourcePosition(new SnapshotPosition { Flavor = ServerFlavor.MariaDb, Server = "1", File = "b.1", Offset = 4, Gtid = "0-1-2" }, null);
        Assert.Equal(position, SourcePosition.TryParse(position.ToJson()));
        Assert.Null(SourcePosition.TryParse("no JSON"));
    }
}
