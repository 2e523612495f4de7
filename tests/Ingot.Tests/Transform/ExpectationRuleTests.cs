using Ingot.Definition;
using Ingot.Engines.DuckDb;
using Ingot.Tests.Adoption;
using Ingot.Tests.Definition;
using Ingot.Transform;

namespace Ingot.Tests.Transform;

/// <summary>The rules of expectations on the embedded engine, over a table of bronze with the current keys 1, 2 and 4.</summary>
public sealed class ExpectationRuleTests : IDisposable
{
    private const string Rows = "SELECT * FROM VALUES (1, 1, 'a', CAST(1 AS DECIMAL(10,0))), (2, 4, 'b', 4), (3, 3, 'c', NULL), (4, NULL, NULL, 3), (5, 9, 'A', 9), (6, 1, 'b', 1) AS t(id, client_id, status, other)";
    private readonly AdoptionFixture _lake = new();

    public void Dispose() => _lake.Dispose();

    [Theory]
    [InlineData("not_null: client_id", "client_id IS NOT NULL", 1)]
    [InlineData("not_null: [client_id, other]", "client_id IS NOT NULL AND other IS NOT NULL", 2)]
    [InlineData("accepted_values: { column: status, values: [a, b] }", "status IS NULL OR status IN ('a', 'b')", 2)]
    [InlineData("accepted_values: { column: status, values: [1] }", "status IS NULL OR status IN ('1')", 5)]
    [InlineData("accepted_values: { column: client_id, values: [1, 3] }", "client_id IS NULL OR client_id IN (1, 3)", 2)]
    [InlineData("references: bronze.clients, columns: client_id", "(client_id) REFERENCES bronze.clients (id)", 2)]
    [InlineData("references: bronze.clients, columns: CLIENT_ID, to: [ID]", "(CLIENT_ID) REFERENCES bronze.clients (ID)", 2)]
    [InlineData("references: bronze.clients, columns: status, to: name", "(status) REFERENCES bronze.clients (name)", 2)]
    [InlineData("references: bronze.clients, columns: other", "(other) REFERENCES bronze.clients (id)", 2)]
    [InlineData("references: bronze.clients, columns: [client_id, status], to: [id, name]", "(client_id, status) REFERENCES bronze.clients (id, name)", 3)]
    [InlineData("references: bronze.clients, columns: [other, status], to: [id, name]", "(other, status) REFERENCES bronze.clients (id, name)", 2)]
    public async Task Rows_that_do_not_meet_a_rule_are_counted_and_kept_dropped_or_not_committed(string rule, string check, int failed)
    {
        await LandClientsAsync();

        foreach (var action in Enum.GetValues<ExpectationAction>())
        {
            var output = await ComputeAsync($"rule: {{ {rule}, else: {action.ToString().ToLowerInvariant()} }}");

            var result = Assert.Single(output.Expectations);
            Assert.Equal(("rule", check, 6, failed), (result.Name, result.Check, result.Rows, result.FailedRows));
            Assert.Equal(action == ExpectationAction.Drop ? 6 - failed : 6, output.Rows);
            Assert.Equal(action == ExpectationAction.Fail, result.Blocks);
        }
    }

    [Fact]
    public async Task Every_rule_is_counted_before_any_row_is_dropped()
    {
        await LandClientsAsync();

        var output = await ComputeAsync("a: { references: bronze.clients, columns: client_id, else: drop }\n  b: { not_null: client_id, else: drop }\n  c: { accepted_values: { column: status, values: [a] } }");

        Assert.Equal([2L, 1, 4], output.Expectations.Select(expectation => expectation.FailedRows));
        Assert.Equal((3, 3), (output.Rows, output.DroppedRows));
    }

    [Fact]
    public async Task A_rule_that_does_not_fit_the_tables_is_refused_with_its_place()
    {
        await LandClientsAsync();

        var exception = await Assert.ThrowsAsync<PipelineException>(() => ComputeAsync("a: { references: bronze.clients, columns: client_id, to: nme }"));

        Assert.Equal("INGOT5003", exception.Code);
        Assert.Contains("silver/m.sql:3:60: Expectation 'a': bronze.clients has no column 'nme'", exception.Message, StringComparison.Ordinal);
    }

    // Bronze holds name 'b' twice among its current rows, and a deleted row 3.
    private async Task LandClientsAsync()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 'I' AS Op, TIMESTAMPTZ '2026-01-01 00:00:00Z' AS commit_ts, NULL::VARCHAR AS change_seq, * FROM (VALUES (1, 'a'), (2, 'b'), (3, 'c')) AS t(id, name)", ("one", 1, 3));
        _lake.Land("20260102-000000000.parquet", "SELECT op AS Op, TIMESTAMPTZ '2026-01-02 00:00:00Z' AS commit_ts, seq AS change_seq, id, name FROM (VALUES ('D', '1', 3, 'c'), ('I', '2', 4, 'b')) AS t(op, seq, id, name)");
        await _lake.AdoptAsync();
    }

    private async Task<ModelOutput> ComputeAsync(string expectations)
    {
        using var folder = new PipelineFolder("version: 1\nname: shop\ntables: [shop.clients]\n");
        folder.Write("silver/m.sql", $"/* ---\nexpect:\n  {expectations}\n--- */\n{Rows}");
        var model = folder.LoadGood().Models.Single();
        var inputs = new InputTables([KeyValuePair.Create(new TableName(Layer.Bronze, "clients"), await _lake.BronzeAsync())]);
        return await new DuckDbModelEngine(_lake.Database).ComputeAsync(new ModelComputation(model, inputs, _lake.Lake.FolderOf(model.Table), Guid.NewGuid().ToString()), AdoptionFixture.Cancellation);
    }
}
