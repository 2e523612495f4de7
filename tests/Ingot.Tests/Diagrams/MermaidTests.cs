using Ingot.Definition;
using Ingot.Diagrams;

namespace Ingot.Tests.Diagrams;

public sealed class MermaidTests
{
    [Fact]
    public void Tables_are_entities_with_their_keys_and_references()
    {
        var diagram = new EntityDiagram(
            [
                new Entity("clients", [new EntityColumn("id", "bigint", true, false), new EntityColumn("email", "string", false, false)]),
                new Entity("sales", [new EntityColumn("id", "bigint", true, false), new EntityColumn("client_id", "bigint", false, true), new EntityColumn("amount", "decimal(12,2)", false, false)]),
            ],
            [new Relation("sales", "clients", ["client_id"], IsOptional: false, IsUnique: false)]);

        Assert.Equal(
            """
            erDiagram
              clients ||--o{ sales : "client_id"
              clients {
                bigint id PK
                string email
              }
              sales {
                bigint id PK
                bigint client_id FK
                decimal(12_2) amount
              }

            """,
            EntityMermaid.Write(diagram));
    }

    [Theory]
    [InlineData(false, false, "parent ||--o{ child")]
    [InlineData(true, false, "parent |o--o{ child")]
    [InlineData(false, true, "parent ||--o| child")]
    [InlineData(true, true, "parent |o--o| child")]
    public void A_relation_shows_how_many_rows_stand_at_each_end(bool isOptional, bool isUnique, string expected)
    {
        var diagram = new EntityDiagram([new Entity("parent", []), new Entity("child", [])], [new Relation("child", "parent", ["p"], isOptional, isUnique)]);

        Assert.Contains(expected, EntityMermaid.Write(diagram), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_word_of_Mermaid_is_written_in_codes_beside_a_made_up_word()
    {
        var diagram = new EntityDiagram(
            [new Entity("a \"b\"; <c>", [new EntityColumn("pk", "string", true, false), new EntityColumn("1 € #5;", "array<int>", false, false)]), new Entity("table_1", []), new Entity("end", [])],
            [new Relation("end", "a \"b\"; <c>", ["x\"y"], false, false)]);

        Assert.Equal(
            """
            erDiagram
              table_2 ||--o{ table_3 : "x#34;y"
              table_2["a #34;b#34;#59; #60;c#62;"] {
                string pk_ PK "pk"
                array(int) _1___#5_ "1 € #35;5#59;"
              }
              table_1
              table_3["end"]

            """.Replace("_1___#5_", "_1____5_", StringComparison.Ordinal),
            EntityMermaid.Write(diagram));
    }

    [Theory]
    [InlineData(60, "Keys")]
    [InlineData(900, "Without columns")]
    [InlineData(2_000, "tables, those with a relation")]
    [InlineData(20_000, "tables, those with a relation")]
    public void A_drawing_that_is_too_large_for_Mermaid_is_written_with_less_and_says_so(int tables, string remark)
    {
        var entities = Enumerable.Range(0, tables)
            .Select(table => new Entity($"table_number_{table}", [.. Enumerable.Range(0, 40).Select(column => new EntityColumn($"a_column_{column}", "string", column < 3, false))]))
            .ToList();
        var relations = Enumerable.Range(1, tables - 1).Where(table => table % 4 == 0).Select(table => new Relation($"table_number_{table}", "table_number_0", ["id"], false, false)).ToList();

        var text = EntityMermaid.Write(new EntityDiagram(entities, relations));

        Assert.InRange(text.Length, 1, 50_000);
        Assert.Contains(remark, text.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_flow_leads_from_the_source_through_the_layers()
    {
        var diagram = new FlowDiagram(
            "shop",
            [
                new FlowTable(new TableName(Layer.Bronze, "sales"), []),
                new FlowTable(new TableName(Layer.Silver, "sales"), [new TableName(Layer.Bronze, "sales")]),
                new FlowTable(new TableName(Layer.Gold, "my month"), [new TableName(Layer.Silver, "sales"), new TableName(Layer.Silver, "unknown")]),
            ]);

        Assert.Equal(
            """
            flowchart LR
              source[("shop")]
              subgraph bronze
                bronze_sales["sales"]
              end
              subgraph silver
                silver_sales["sales"]
              end
              subgraph gold
                gold_3_["my month"]
              end
              source --> bronze_sales
              bronze_sales --> silver_sales
              silver_sales --> gold_3_

            """,
            FlowMermaid.Write(diagram));
    }

    [Fact]
    public void A_flow_of_hundreds_of_tables_shows_those_that_lead_to_gold_and_counts_the_others()
    {
        var tables = Enumerable.Range(0, 500).SelectMany(number => new[]
        {
            new FlowTable(new TableName(Layer.Bronze, $"t{number}"), []),
            new FlowTable(new TableName(Layer.Silver, $"t{number}"), [new TableName(Layer.Bronze, $"t{number}")]),
        }).Append(new FlowTable(new TableName(Layer.Gold, "mart"), [new TableName(Layer.Silver, "t7")]));

        var text = FlowMermaid.Write(new FlowDiagram("shop", [.. tables]));

        Assert.Contains("silver_t7 --> gold_mart", text, StringComparison.Ordinal);
        Assert.Contains("[\"499 other tables\"]", text.Replace("#46;", ".", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.InRange(text.Split("-->").Length, 5, 7);
    }
}
