using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Diagrams;
using Ingot.Tests.Definition;
using Ingot.TestSupport;

namespace Ingot.Tests.Diagrams;

/// <summary>The drawings of the demo, which its README shows.</summary>
public sealed class DemoDiagramTests
{
    private static readonly PipelineDefinition Demo = DefinitionLoader.Load(RepositoryRoot.Combine("pipelines/sales"), null, new DefinitionOptions { Variables = _ => null }).Definition!;
    private static readonly EntityDiagram Tables = DefinitionDiagrams.BuildEntities(Demo, PipelineChecker.Check(Demo, table => DemoTables.SchemaOf(table.Name)));

    [Fact]
    public void The_page_of_the_demo_shows_its_tables() =>
        WrittenFile.AssertPartEqual("pipelines/sales/README.md", "tables", DiagramText.Fence(EntityMermaid.Write(Tables)));

    [Fact]
    public void The_page_of_the_demo_shows_its_flow() =>
        WrittenFile.AssertPartEqual("pipelines/sales/README.md", "flow", DiagramText.Fence(FlowMermaid.Write(DefinitionDiagrams.BuildFlow(Demo))));

    [Fact]
    public void Every_foreign_key_of_the_demo_is_a_relation() =>
        Assert.Equal(
            ["client_addresses client_id clients", "sales client_id clients", "sales sales_person_id sales_people?", "sales_items product_id products", "sales_items sale_id sales", "sales_people manager_id sales_people?"],
            Tables.Relations.Select(relation => $"{relation.From} {string.Join(',', relation.Columns)} {relation.To}{(relation.IsOptional ? "?" : "")}").Order(StringComparer.Ordinal));
}
