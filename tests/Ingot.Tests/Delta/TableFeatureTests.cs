using System.Text;
using Ingot.Delta;
using Ingot.Delta.Actions;
using Ingot.Delta.Features;
using Ingot.Delta.Schema;
using Ingot.TestSupport;

namespace Ingot.Tests.Delta;

public sealed class TableFeatureTests
{
    private static Metadata Plain => new() { Id = "x", Schema = new StructType(new StructField("id", PrimitiveType.Long)) };

    [Theory]
    [InlineData("deletionVectors")]
    [InlineData("v2Checkpoint")]
    [InlineData("somethingNew")]
    public void Reader_feature_that_is_not_supported_is_refused_by_name(string feature)
    {
        var protocol = new Protocol(3, 7) { ReaderFeatures = ["timestampNtz", feature], WriterFeatures = ["timestampNtz", feature] };
        var refusal = Assert.Throws<DeltaException>(() => TableFeatures.RequireReadable(protocol, Plain, "t"));
        Assert.Equal(DeltaErrorCode.UnsupportedFeature, refusal.Code);
        Assert.Equal([feature], refusal.Features);
        Assert.Contains(feature, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clustering")]
    [InlineData("somethingNew")]
    public void Writer_feature_that_is_not_supported_stops_writes_and_not_reads(string feature)
    {
        var protocol = new Protocol(1, 7) { WriterFeatures = ["appendOnly", feature] };
        TableFeatures.RequireReadable(protocol, Plain, "t");
        Assert.Equal([feature], Assert.Throws<DeltaException>(() => TableFeatures.RequireWritable(protocol, Plain, "t")).Features);
    }

    [Fact]
    public void Versions_of_the_protocol_that_are_too_new_are_refused()
    {
        Assert.Equal(["reader version 4"], Assert.Throws<DeltaException>(() => TableFeatures.RequireReadable(new Protocol(4, 7), Plain, "t")).Features);
        TableFeatures.RequireReadable(new Protocol(1, 8), Plain, "t");
        Assert.Equal(["writer version 8"], Assert.Throws<DeltaException>(() => TableFeatures.RequireWritable(new Protocol(1, 8), Plain, "t")).Features);
    }

    [Fact]
    public void Feature_of_an_old_version_counts_only_when_the_table_uses_it()
    {
        TableFeatures.RequireWritable(new Protocol(2, 6), Plain, "t");
        var mapped = Plain with { Configuration = new Dictionary<string, string> { ["delta.columnMapping.mode"] = "name" } };
        Assert.Equal(["columnMapping"], Assert.Throws<DeltaException>(() => TableFeatures.RequireReadable(new Protocol(2, 5), mapped, "t")).Features);
        TableFeatures.RequireReadable(new Protocol(1, 2), mapped, "t");

        var fed = Plain with { Configuration = new Dictionary<string, string> { ["delta.enableChangeDataFeed"] = "true", ["delta.constraints.c"] = "id > 1" } };
        TableFeatures.RequireWritable(new Protocol(1, 2), fed, "t");
        Assert.Equal(["checkConstraints"], Assert.Throws<DeltaException>(() => TableFeatures.RequireWritable(new Protocol(1, 3), fed, "t")).Features);
        Assert.Equal(["checkConstraints", "changeDataFeed"], Assert.Throws<DeltaException>(() => TableFeatures.RequireWritable(new Protocol(1, 4), fed, "t")).Features);
    }

    [Fact]
    public void Table_in_the_reference_is_the_table_in_the_code()
    {
        var expected = new StringBuilder("| feature | reading | writing | what it is |\n| --- | --- | --- | --- |\n");
        foreach (var feature in TableFeatures.All)
        {
            expected.Append(null, $"| `{feature.Name}` | {Word(feature.Read)} | {Word(feature.Write)} | {feature.Note} |\n");
        }

        Assert.Contains(expected.ToString(), File.ReadAllText(RepositoryRoot.Combine("docs/reference/delta.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_errors_are_those_of_the_reference()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs/reference/delta.md"));
        foreach (var field in typeof(DeltaErrorCode).GetFields())
        {
            Assert.Contains($"`{field.GetRawConstantValue()}`", page, StringComparison.Ordinal);
        }
    }

    private static string Word(FeatureSupport support) => support switch
    {
        FeatureSupport.Supported => "yes",
        FeatureSupport.WhenUnused => "while unused",
        FeatureSupport.Refused => "refused",
        FeatureSupport.NotNeeded => "asks nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(support)),
    };
}
