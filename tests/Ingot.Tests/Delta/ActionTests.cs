using System.Text;
using CsCheck;
using Ingot.Delta;
using Ingot.Delta.Actions;
using Ingot.Delta.Log;
using Ingot.Delta.Schema;

namespace Ingot.Tests.Delta;

public sealed class ActionTests
{
    /// <summary>One line an action, as this library writes it; other writers' lines have the same members.</summary>
    public static TheoryData<string> Lines => new(
        """{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["timestampNtz"],"writerFeatures":["appendOnly","timestampNtz"]}}""",
        """{"metaData":{"id":"5fba94ed","name":"n","description":"d","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":["p"],"configuration":{"delta.appendOnly":"true"},"createdTime":1587968585495}}""",
        """{"add":{"path":"p=a%20b/x.parquet","partitionValues":{"p":"a b","q":null},"size":841454,"modificationTime":1512909768000,"dataChange":true,"stats":"{\"numRecords\":1}","tags":{"k":"v"},"deletionVector":{"storageType":"u","pathOrInlineDv":"vBn[lx{q8@P<9BNH/isA","offset":1,"sizeInBytes":36,"cardinality":2},"baseRowId":4071,"defaultRowCommitVersion":41,"clusteringProvider":"liquid"}}""",
        """{"remove":{"path":"x.parquet","deletionTimestamp":1515488792485,"dataChange":false,"extendedFileMetadata":true,"partitionValues":{},"size":5}}""",
        """{"txn":{"appId":"3ba13872","version":364475,"lastUpdated":1}}""",
        """{"domainMetadata":{"domain":"delta.x","configuration":"{\"a\":1}","removed":false}}""",
        """{"commitInfo":{"timestamp":1515491537026,"operation":"INSERT","operationParameters":{"mode":"Append","n":1},"txnId":"t","own":[1,null]}}""");

    [Theory]
    [MemberData(nameof(Lines))]
    public void Line_is_read_and_written_alike(string line)
    {
        var action = Assert.Single(ActionReader.ReadCommit(Encoding.UTF8.GetBytes(line), "commit"));
        using var writer = new ActionWriter();
        writer.Write(action);
        Assert.Equal(line + "\n", Encoding.UTF8.GetString(writer.Written.Span));
    }

    [Theory]
    [InlineData("""{"add":{"size":1}}""")]
    [InlineData("""{"add":{"path":"x"}}""")]
    [InlineData("""{"add":{"path":"x","size":1.5}}""")]
    [InlineData("""{"add":{"path":"x","size":1,"partitionValues":{"p":1}}}""")]
    [InlineData("""{"txn":{"appId":"x"}}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"add":{"path":"x","size":1}} trailing""")]
    public void Action_that_lacks_what_it_must_have_is_a_damaged_log(string line)
    {
        var failure = Assert.Throws<DeltaException>(() => ActionReader.ReadCommit(Encoding.UTF8.GetBytes($"{{}}\n{line}"), "commit"));
        Assert.Equal(DeltaErrorCode.CorruptLog, failure.Code);
        Assert.Contains("commit, line 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_actions_or_our_error()
    {
        var lines = Lines.Select(row => row.Data).ToArray();
        var damaged = Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, 400], Gen.Byte)
            .Select((line, at, value) =>
            {
                var bytes = Encoding.UTF8.GetBytes(lines[line]);
                bytes[at % bytes.Length] = value;
                return bytes;
            });
        Gen.OneOf(Gen.Byte.Array, damaged).Sample(
            bytes =>
            {
                try
                {
                    ActionReader.ReadCommit(bytes, "commit");
                }
                catch (DeltaException exception)
                {
                    Assert.Equal(DeltaErrorCode.CorruptLog, exception.Code);
                }
            },
            iter: 5000,
            threads: 1);
    }

    [Fact]
    public void Metadata_keeps_schema_and_text_in_step()
    {
        var schema = new StructType(new StructField("a", PrimitiveType.Long));
        var metadata = new Metadata { Id = "x", Schema = schema };
        Assert.Equal(schema.ToJson(), metadata.SchemaString);
        var other = new StructType(new StructField("b", PrimitiveType.Date));
        Assert.Equal(other, (metadata with { SchemaString = other.ToJson() }).Schema);
        Assert.Equal(DeltaErrorCode.CorruptLog, Assert.Throws<DeltaException>(() => new Metadata { Id = "x" }.Schema).Code);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("{}", null)]
    [InlineData("{", null)]
    [InlineData("[]", null)]
    [InlineData("""{"numRecords":"5"}""", null)]
    [InlineData("""{"numRecords":5}""", 5L)]
    public void Rows_of_a_file_are_known_when_its_statistics_say_so(string? stats, long? rows) =>
        Assert.Equal(rows, new AddFile { Path = "x", Size = 1, Stats = stats }.NumRecords);
}
