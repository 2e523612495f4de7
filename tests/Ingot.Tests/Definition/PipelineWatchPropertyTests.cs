using CsCheck;
using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Definition.Watching;
using Ingot.Runs;

namespace Ingot.Tests.Definition;

public sealed class PipelineWatchPropertyTests
{
    private static readonly string[] Files = ["silver/a.sql", "silver/b.sql", "silver/c.sql", "silver/d.sql", "gold/e.sql", "gold/f.sql", "gold/a.sql", "silver/A.sql"];

    private static readonly string[] Tables = ["silver.a", "silver.b", "SILVER.C", "silver.d", "gold.e", "gold.f", "gold.a", "bronze.clients", "silver.none"];

    private static readonly string[] Heads =
    [
        "", "", "",
        "/* ---\nkey: [id]\nexpect: { some: n > 0 }\n--- */\n",
        "/* ---\nkind: current\nkey: [id]\n--- */\n",
        "/* ---\nexpect: { known: { not_null: [id, n] }, one: { accepted_values: { column: n, values: [1, 2] } } }\n--- */\n",
        "/* ---\nexpect: { there: { references: silver.b, columns: [n], to: [n] } }\n--- */\n",
        "/* ---\ncolumns: { id: { description: It }, gone: { description: Not there } }\n--- */\n",
        "/* ---\nkey: [\n--- */\n",
    ];

    private static readonly string[] Queries =
    [
        "SELECT 1 AS id, 2 AS n", "SELECT 1 AS id, 2L AS n", "SELECT 'x' AS id, 2.5 AS n", "SELECT 1 AS id", "SELECT id, n FROM {0}", "SELECT id, n + 1 AS n FROM {0}", "SELECT * FROM {0}",
        "SELECT id, sum(n) AS n FROM {0} GROUP BY id", "SELECT l.id, r.n FROM {0} l JOIN {1} r ON l.id = r.id", "SELECT id, m FROM {0}", "SELECT id, uper(n) AS n FROM {0}", "SELEC id FROM {0}", "", "SELECT interval 1 day AS id, n FROM {0}",
    ];

    private static readonly string[] Definitions =
    [
        PipelineFolder.Minimal, PipelineFolder.Minimal, PipelineFolder.Minimal, "version: 1\nname: shop\ntables: [shop.sales]\n", "version: 1\nname: shop\ntables: [shop.clients\n", "version: 1\nname: shop\ntables: [shop.clients, shop.clients]\n",
    ];

    // A file and its new text; null: it is deleted.
    private static readonly Gen<(string File, string? Text)> Edit = Gen.Frequency(
        (12, Gen.Select(OneOf(Files), OneOf(Heads), OneOf(Queries), OneOf(Tables), OneOf(Tables), (file, head, query, left, right) =>
            (file, (string?)(head + query.Replace("{0}", left, StringComparison.Ordinal).Replace("{1}", right, StringComparison.Ordinal))))),
        (2, OneOf(Files).Select(file => (file, (string?)null))),
        (1, OneOf(Definitions).Select(text => (DefinitionLoader.FileName, (string?)text))));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_any_edits_the_answer_is_that_of_a_full_check() =>
        await Edit.Array[1, 3].Array[1, 12].SampleAsync(
            async saves =>
            {
                using var folder = new PipelineFolder().Write("silver/a.sql", Queries[0]).Write("gold/e.sql", "SELECT id, n FROM silver.a");
                var (options, session) = (new DefinitionOptions { CurrentFolder = folder.Path, Variables = _ => null }, new SessionOptions { IngotFolder = Path.Combine(folder.Path, ".ingot") });
                await using var watch = new PipelineWatch(folder.Path, null, options, session);
                foreach (var edits in saves)
                {
                    foreach (var (file, text) in edits)
                    {
                        Save(folder, file, text);
                    }

                    var watched = (await watch.CheckAsync(Cancellation)).Result;
                    var full = await CheckAsync(folder, options, session);
                    Assert.Equal(full.Errors, watched.Errors);
                    Assert.Equal(full.Notes, watched.Notes);
                    Assert.Equal(full.Unknown, watched.Unknown);
                    Assert.Equal(full.Models.Select(Describe), watched.Models.Select(Describe));
                }
            },
            iter: 200,
            threads: 1);

    private static Gen<string> OneOf(string[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    // As the command does it without --watch.
    private static async Task<CheckResult> CheckAsync(PipelineFolder folder, DefinitionOptions options, SessionOptions sessionOptions)
    {
        var loaded = DefinitionLoader.Load(folder.Path, null, options);
        if (loaded.Partial is not { } definition)
        {
            return new CheckResult(loaded.Errors, [], new Dictionary<TableName, CheckedModel>());
        }

        await using var session = new PipelineSession(definition, sessionOptions);
        return await LakeCheck.RunAsync(loaded, session, Cancellation);
    }

    private static string Describe(KeyValuePair<TableName, CheckedModel> model) =>
        $"{model.Key} {model.Value.Model.File} {string.Join(", ", model.Value.Schema.Columns)} key {string.Join(", ", model.Value.Schema.Key ?? [])}";

    private static void Save(PipelineFolder folder, string file, string? text)
    {
        if (text is null)
        {
            File.Delete(Path.Combine(folder.Path, file));
        }
        else
        {
            folder.Write(file, text);
        }
    }
}
