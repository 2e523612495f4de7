using Ingot.MySql;
using static Ingot.Tests.Scaffolding.Tables;

namespace Ingot.Tests.Scaffolding;

public sealed class GoldDraftTests
{
    private static readonly TableSchema Customers = Table("customers", "id int unsigned", "name varchar(60)", "created_at datetime");
    private static readonly TableSchema Products = Table("products", "id int", "title varchar(60)", "price decimal(10,2)");
    private static readonly TableSchema Orders = Table("orders", "id bigint", "customer_id int unsigned", "ordered_at datetime", "total decimal(12,2)").Refer("customer_id", "customers");

    private static readonly TableSchema Items =
        Keyed("order_items", ["order_id", "line"], "order_id bigint", "line int", "product_id int", "quantity int", "unit_price decimal(10,2)").Refer("order_id", "orders").Refer("product_id", "products");

    [Fact]
    public void A_shop_has_its_dimensions_facts_and_series()
    {
        using var pipeline = DraftedPipeline.Build(Customers, Products, Orders, Items);

        Assert.Equal(["dim_customer", "dim_product", "fact_order_items", "fact_orders", "order_items_by_month", "orders_by_month"], pipeline.Draft.GoldModels.Order(StringComparer.Ordinal));
        Assert.Contains("sum(total) AS total", pipeline["gold/orders_by_month.sql"], StringComparison.Ordinal);
        Assert.Contains("orders.ordered_at,\n  orders.customer_id,\n  products.title AS product_title\n", pipeline["gold/fact_order_items.sql"], StringComparison.Ordinal);
        Assert.Contains("LEFT JOIN silver.products AS products ON products.id = order_items.product_id\n", pipeline["gold/fact_order_items.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_follows_from_tables_without_foreign_keys()
    {
        using var pipeline = DraftedPipeline.Build(Customers, Products);

        Assert.Empty(pipeline.Draft.GoldModels);
        Assert.Contains("No starter follows", pipeline["README.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_key_to_columns_that_are_not_unique_is_never_joined()
    {
        var lines = Table("lines", "id int", "product_title varchar(60)", "amount decimal(9,2)").Refer("product_title", "products", "title");
        using var pipeline = DraftedPipeline.Build(Products, lines);

        Assert.DoesNotContain("JOIN", pipeline["gold/fact_lines.sql"].Split("SELECT")[1].Split("FROM")[1], StringComparison.Ordinal);
        Assert.Contains("the join could multiply rows", pipeline["gold/fact_lines.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void Part_of_a_unique_key_is_not_unique()
    {
        var prices = Keyed("prices", ["product_id", "day"], "product_id int", "day date", "price decimal(9,2)");
        var sales = Table("sales", "id int", "product_id int", "amount decimal(9,2)").Refer("product_id", "prices", "product_id");
        using var pipeline = DraftedPipeline.Build(prices, sales);

        Assert.DoesNotContain("LEFT JOIN", pipeline["gold/fact_sales.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_names_stay_out_of_gold_and_hashes_go_in()
    {
        var people = Table("people", "id int", "last_name varchar(60)", "email varchar(80)", "city varchar(40)");
        var visits = Table("visits", "id int", "person_id int", "visited_on date").Refer("person_id", "people");
        using var pipeline = DraftedPipeline.Build(people, visits);

        var dimension = pipeline["gold/dim_person.sql"];
        Assert.Contains("people.email_hash", dimension, StringComparison.Ordinal);
        Assert.DoesNotContain("people.email,", dimension, StringComparison.Ordinal);
        Assert.DoesNotContain("last_name", pipeline["gold/fact_visits.sql"].Split("FROM")[^1], StringComparison.Ordinal);
        Assert.Contains("seems to be personal data", pipeline["gold/fact_visits.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void Self_references_and_circles_refer_to_bronze_and_join_once()
    {
        var staff = Table("staff", "id int", "name varchar(20)", "boss_id int null", "team_id int null").Refer("boss_id", "staff").Refer("team_id", "teams");
        var teams = Table("teams", "id int", "name varchar(20)", "lead_id int null").Refer("lead_id", "staff");
        using var pipeline = DraftedPipeline.Build(staff, teams);

        Assert.Contains("references: bronze.staff, columns: boss_id, to: id", pipeline["silver/staff.sql"], StringComparison.Ordinal);
        Assert.Contains("references: bronze.teams, columns: team_id, to: id", pipeline["silver/staff.sql"], StringComparison.Ordinal);
        Assert.Contains("references: bronze.staff, columns: lead_id, to: id", pipeline["silver/teams.sql"], StringComparison.Ordinal);
        Assert.Empty(pipeline.Check([staff, teams]).Errors);
    }

    [Fact]
    public void A_table_of_references_alone_is_no_fact()
    {
        var links = Keyed("product_customers", ["product_id", "customer_id"], "product_id int", "customer_id int unsigned", "created_at datetime").Refer("product_id", "products").Refer("customer_id", "customers");
        using var pipeline = DraftedPipeline.Build(Customers, Products, links);

        Assert.Equal(["dim_customer", "dim_product"], pipeline.Draft.GoldModels.Order(StringComparer.Ordinal));
    }
}
