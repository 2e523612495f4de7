using System.CommandLine;
using Ingot.Catalog;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Definition;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot tables</c>: the catalog.</summary>
internal sealed class TablesCommand : IngotCommand
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A table, such as gold.fact_sales: its columns, and where it came from. Default: all tables.",
    };

    public TablesCommand()
        : base("tables", "Show the catalog: tables, columns and types, rows, bytes, files, version, origin.")
    {
        Arguments.Add(_name);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot tables", "all tables of the lake"),
        new("ingot tables gold.fact_sales", "one table with its columns"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition();
        var session = invocation.OpenLake(definition);
        await using var disposal = session.ConfigureAwait(false);
        var folder = session.Lake.Folder;
        var tables = await new CatalogReader(session.Tables).LoadAsync(cancellationToken).ConfigureAwait(false);
        var name = invocation.Value(_name);
        var chosen = name is null ? tables : [Find(tables, name, folder)];
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, TablesDocument.Of(folder, chosen));
        }
        else if (name is null)
        {
            TablesView.Write(invocation.Terminal.Console, folder, tables);
        }
        else
        {
            TablesView.WriteOne(invocation.Terminal.Console, chosen[0]);
        }

        return ExitCode.Ok;
    }

    private static CatalogTable Find(IReadOnlyList<CatalogTable> tables, string name, string lake)
    {
        var matches = tables
            .Where(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase) || table.Name.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return matches.Count switch
        {
            1 => matches[0],
            0 => throw new PipelineException("INGOT2030", $"The lake {lake} has no table '{name}'.", NearestNames.Sentence(name, tables.Select(table => table.Name))),
            _ => throw new PipelineException("INGOT2030", $"'{name}' is {string.Join(" or ", matches.Select(table => table.Name))}.", "Name the layer too."),
        };
    }
}
