using Ingot.MySql;
using Ingot.Scaffolding.Drafting;
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

    [Fact]
    public void Who_wrote_a_row_and_when_makes_no_fact_and_no_join()
    {
        var users = Table("users", "id int", "login varchar(60)", "pw varchar(128)", "first_name varchar(40)", "title varchar(9)", "create_time datetime", "create_by int", "change_time datetime", "change_by int").Refer("create_by", "users");
        var states = Table("ticket_states", "id int", "name varchar(60)", "create_time datetime", "create_by int", "change_time datetime", "change_by int").Refer("create_by", "users").Refer("change_by", "users");
        var tickets = Table("tickets", "id int", "title varchar(99)", "state_id int", "user_id int", "create_time datetime", "change_time datetime", "create_by int").Refer("state_id", "ticket_states").Refer("user_id", "users").Refer("create_by", "users");
        var work = Table("time_accounting", "id int", "ticket_id int", "time_unit decimal(10,2)", "create_time datetime", "change_time datetime", "create_by int").Refer("ticket_id", "tickets").Refer("create_by", "users");
        using var pipeline = DraftedPipeline.Build(users, states, tickets, work);

        Assert.Equal(["dim_ticket", "dim_ticket_state", "dim_user", "fact_time_accounting", "time_accounting_by_month"], pipeline.Draft.GoldModels.Order(StringComparer.Ordinal));
        Assert.Contains("date_trunc('MONTH', create_time)", pipeline["gold/time_accounting_by_month.sql"], StringComparison.Ordinal);
        Assert.All(pipeline.Draft.Files.Where(file => file.Path.StartsWith("gold/", StringComparison.Ordinal)).Select(file => file.Text), text =>
        {
            Assert.DoesNotContain("users.pw", text, StringComparison.Ordinal);
            Assert.DoesNotContain("create_by =", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?m)^  [a-z].*(user_title|create_by_title|_time_2|change_time|create_by|pw)", text);
        });
        Assert.Contains("users.pw", Assert.Single(pipeline.Draft.Guesses, guess => guess.Contains("secret", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("`without: [pw]`", pipeline["ingot.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_from_a_day_to_a_day_is_not_added_up_by_month()
    {
        var staff = Table("employees", "emp_no int", "gender char(1)");
        var salaries = Keyed("salaries", ["emp_no", "from_date"], "emp_no int", "from_date date", "salary int", "to_date date").Refer("emp_no", "employees", "emp_no");
        using var pipeline = DraftedPipeline.Build(staff, salaries);

        Assert.Equal(["dim_employee", "fact_salaries"], pipeline.Draft.GoldModels.Order(StringComparer.Ordinal));
        Assert.Contains("a row holds from from_date to to_date", pipeline["gold/fact_salaries.sql"], StringComparison.Ordinal);
        Assert.Contains("description: The rows of salaries\n", pipeline["gold/fact_salaries.sql"], StringComparison.Ordinal);
        Assert.Contains("One row per employee", pipeline["gold/dim_employee.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_says_which_decimal_has_too_many_digits_to_be_added_up()
    {
        var payments = Table("payments", "id int", "customer_id int unsigned", "paid_at datetime", "total decimal(30,2)", "fee decimal(28,2)").Refer("customer_id", "customers");
        using var pipeline = DraftedPipeline.Build(Customers, payments);

        var fact = pipeline["gold/fact_payments.sql"];
        Assert.Contains("  payments.total,\n", fact, StringComparison.Ordinal);
        Assert.Contains("-- not added up: total, of more than 28 digits", fact, StringComparison.Ordinal);
        Assert.Contains("sum(fee) AS fee", pipeline["gold/payments_by_month.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("total", pipeline["gold/payments_by_month.sql"].Split("SELECT")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_takes_the_date_of_the_one_thing_that_it_is_part_of()
    {
        var visits = Table("visits", "id int", "customer_id int unsigned", "visited_on date").Refer("customer_id", "customers");
        var lines = Keyed("lines", ["order_id", "n"], "order_id bigint", "n int", "visit_id int", "amount decimal(9,2)").Refer("order_id", "orders").Refer("visit_id", "visits");
        using var pipeline = DraftedPipeline.Build(Customers, Orders, visits, lines);

        Assert.Contains("orders.ordered_at", pipeline["gold/fact_lines.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("visited_on", pipeline["gold/fact_lines.sql"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("total decimal(12,2)", "sum(total) AS total")]
    [InlineData("xyz decimal(12,2)", "sum(xyz) AS xyz")]
    [InlineData("xyz decimal(12,4)", "sum(xyz) AS xyz")]
    [InlineData("betrag double", "sum(betrag) AS betrag")]
    [InlineData("menge int", "sum(menge) AS menge")]
    [InlineData("cantidad int", "sum(cantidad) AS cantidad")]
    [InlineData("quantite int", "sum(quantite) AS quantite")]
    [InlineData("umsatz decimal(12,2)", "sum(umsatz) AS umsatz")]
    [InlineData("einzelpreis decimal(12,2)", "avg(einzelpreis) AS average_einzelpreis")]
    [InlineData("precio_unitario decimal(12,2)", "avg(precio_unitario) AS average_precio_unitario")]
    [InlineData("taux_tva decimal(5,2)", "avg(taux_tva) AS average_taux_tva")]
    [InlineData("discount_amount decimal(5,2)", "sum(discount_amount) AS discount_amount")]
    public void Amounts_are_told_by_type_and_by_names_of_four_languages(string column, string expected)
    {
        var facts = Table("bookings", "id int", "customer_id int unsigned", "gebucht_am date", column).Refer("customer_id", "customers");
        using var pipeline = DraftedPipeline.Build(Customers, facts);

        Assert.Contains(expected, pipeline["gold/bookings_by_month.sql"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xyz decimal(9,6)")]
    [InlineData("xyz decimal(12,1)")]
    [InlineData("xyz decimal(12,0)")]
    [InlineData("xyz int")]
    [InlineData("value int")]
    [InlineData("balance decimal(12,2)")]
    [InlineData("kontostand decimal(12,2)")]
    [InlineData("saldo decimal(12,2)")]
    [InlineData("credit_limit decimal(12,2)")]
    [InlineData("retry_count int")]
    [InlineData("payment_method int")]
    [InlineData("average_total decimal(12,2)")]
    public void What_may_be_a_state_a_code_or_a_place_is_neither_added_up_nor_averaged(string column)
    {
        var facts = Table("bookings", "id int", "customer_id int unsigned", "booked_on date", column).Refer("customer_id", "customers");
        using var pipeline = DraftedPipeline.Build(Customers, facts);

        Assert.Equal(["dim_customer", "fact_bookings"], pipeline.Draft.GoldModels.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("created_at", true)]
    [InlineData("CreatedAt", true)]
    [InlineData("date_created", true)]
    [InlineData("last_change_user_id", true)]
    [InlineData("change_time", true)]
    [InlineData("erstellt_am", true)]
    [InlineData("geaendert_von", true)]
    [InlineData("fecha_creacion", true)]
    [InlineData("date_modification", true)]
    [InlineData("modifie_par", true)]
    [InlineData("ordered_at", false)]
    [InlineData("change_amount", false)]
    [InlineData("price_change", false)]
    [InlineData("address", false)]
    [InlineData("import_id", false)]
    [InlineData("change", false)]
    public void Columns_about_the_writing_of_a_row_are_known_by_their_form(string name, bool isTechnical) =>
        Assert.Equal(isTechnical, TechnicalWords.IsTechnical(name));
}
