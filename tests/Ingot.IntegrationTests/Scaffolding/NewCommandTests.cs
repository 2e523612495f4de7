using System.Text.Json;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Scaffolding;

public sealed class NewCommandTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private static readonly string[] Shop =
    [
        "CREATE TABLE customers (id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT, name VARCHAR(60) NOT NULL, email VARCHAR(120), newsletter TINYINT(1) NOT NULL DEFAULT 0, created_at DATETIME(3) NOT NULL) COMMENT 'People that buy'",
        "CREATE TABLE categories (id INT PRIMARY KEY, label VARCHAR(40) NOT NULL, parent_id INT, FOREIGN KEY (parent_id) REFERENCES categories (id))",
        "CREATE TABLE products (id INT UNSIGNED PRIMARY KEY, category_id INT NOT NULL, name VARCHAR(80) NOT NULL, price DECIMAL(10,2) NOT NULL, FOREIGN KEY (category_id) REFERENCES categories (id))",
        "CREATE TABLE orders (id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, customer_id INT UNSIGNED NOT NULL, status ENUM('new','it''s paid','sent') NOT NULL, ordered_at DATETIME NOT NULL, total DECIMAL(12,2) NOT NULL, FOREIGN KEY (customer_id) REFERENCES customers (id))",
        "CREATE TABLE order_items (order_id BIGINT UNSIGNED NOT NULL, line INT NOT NULL, product_id INT UNSIGNED NOT NULL, quantity INT NOT NULL, unit_price DECIMAL(10,2) NOT NULL, PRIMARY KEY (order_id, line), FOREIGN KEY (order_id) REFERENCES orders (id), FOREIGN KEY (product_id) REFERENCES products (id))",
        "CREATE TABLE `Event Log` (`at` DATETIME(3), `select` VARCHAR(40))",
        "CREATE VIEW open_orders AS SELECT * FROM orders WHERE status = 'new'",
        "INSERT INTO customers VALUES (1, ' Ann', 'ann@example.org', 1, '2024-01-01'), (2, 'Bob', 'bob@example.org', 0, '2024-02-01'), (3, 'Cy', NULL, 0, '2024-03-01')",
        "INSERT INTO categories VALUES (1, 'Books', NULL), (2, 'Novels', 1)",
        "INSERT INTO products VALUES (1, 2, 'A novel', 9.90), (2, 1, 'A map', 5.00)",
        "INSERT INTO orders VALUES (1, 1, 'new', '2024-01-05', 14.90), (2, 1, 'it''s paid', '2024-01-20', 9.90), (3, 2, 'sent', '2024-03-01', 5.00)",
        "INSERT INTO order_items VALUES (1, 1, 1, 1, 9.90), (1, 2, 2, 1, 5.00), (2, 1, 1, 1, 9.90), (3, 1, 2, 1, 5.00)",
        "INSERT INTO `Event Log` VALUES ('2024-01-01', 'x'), ('2024-01-01', 'x'), (NULL, NULL)",
    ];

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task A_new_pipeline_runs_as_it_was_written_and_its_lake_equals_the_source(string server)
    {
        await using var database = await ServerOf(server).CreateDatabaseAsync();
        await database.ExecuteAsync(Shop);
        using var folder = new TemporaryFolder("ingot new ");

        var made = await CliProcess.RunAsync(folder.Path, "new", "mine", "--from", database.Url);

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains("6 tables, 6 silver models, 7 gold starters", made.Output, StringComparison.Ordinal);
        Assert.Contains($"view {database.Name}.open_orders", made.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(DatabaseServer.Password), AllText(folder.Combine("mine")), StringComparison.Ordinal);
        var run = await CliProcess.RunAsync(folder.Path, "run", "mine", "--source", database.Url);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Matches("✓ verify +11 tables", run.Output);
        Assert.DoesNotContain("with findings, ", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await CliProcess.RunAsync(folder.Path, "check", "mine")).ExitCode);
        Assert.Equal("month,orders_count,total\n2024-01-01,2,24.80\n2024-03-01,1,5.00\n", await QueryAsync(folder, "SELECT * FROM gold.orders_by_month ORDER BY month"));
        Assert.Equal("rows,named\n4,4\n", await QueryAsync(folder, "SELECT count(*) AS rows, count(product_name) AS named FROM gold.fact_order_items"));
        Assert.Equal("category_id,label,parent_label\n1,Books,\n2,Novels,Books\n", await QueryAsync(folder, "SELECT category_id, label, parent_label FROM gold.dim_category ORDER BY category_id"));
    }

    [Fact]
    public async Task An_update_adds_what_is_new_and_changes_no_line_that_a_person_wrote()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync(Shop);
        using var folder = new TemporaryFolder("ingot new ");
        Assert.Equal(0, (await CliProcess.RunAsync(folder.Path, "new", "mine", "--from", database.Url)).ExitCode);
        Assert.Equal(0, (await CliProcess.RunAsync(folder.Path, "run", "mine", "--source", database.Url)).ExitCode);
        var mine = File.ReadAllText(folder.Combine("mine/silver/products.sql")) + "-- a remark of mine\n";
        File.WriteAllText(folder.Combine("mine/silver/products.sql"), mine);
        File.Delete(folder.Combine("mine/gold/dim_category.sql"));
        var yaml = File.ReadAllText(folder.Combine("mine/ingot.yaml")).Replace("landing:", "# a remark of mine\nlanding:", StringComparison.Ordinal);
        File.WriteAllText(folder.Combine("mine/ingot.yaml"), yaml);
        await database.ExecuteAsync(
            "ALTER TABLE customers ADD COLUMN points INT", "ALTER TABLE customers ADD COLUMN phone VARCHAR(20)", "ALTER TABLE products ADD COLUMN color VARCHAR(20)",
            "CREATE TABLE payments (id INT PRIMARY KEY, order_id BIGINT UNSIGNED NOT NULL, amount DECIMAL(10,2) NOT NULL, paid_at DATE NOT NULL, FOREIGN KEY (order_id) REFERENCES orders (id))");

        var shown = await CliProcess.RunAsync(folder.Path, "new", "mine", "--update", "--source", database.Url);
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Contains("Nothing was written", shown.Output, StringComparison.Ordinal);
        Assert.Contains("+   , points  -- int", shown.Output, StringComparison.Ordinal);
        Assert.Contains("+   phone: { personal: phone }", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"put this in the place of the entry of {database.Name}.customers:\n  - {{ name: {database.Name}.customers, personal: {{ name: name, email: email, phone: phone }} }}\n", shown.Output, StringComparison.Ordinal);
        Assert.Equal(yaml, File.ReadAllText(folder.Combine("mine/ingot.yaml")));

        var written = await CliProcess.RunAsync(folder.Path, "new", "mine", "--update", "--yes", "--json", "--source", database.Url);
        Assert.Equal((0, ""), (written.ExitCode, written.Error));
        using var document = JsonDocument.Parse(written.Output);
        Assert.Equal(["payments"], document.RootElement.GetProperty("new_tables").EnumerateArray().Select(table => table.GetString()));
        Assert.Equal(["ingot.yaml", "silver/products.sql"], document.RootElement.GetProperty("to_paste").EnumerateArray().Select(text => text.GetProperty("path").GetString()));
        Assert.Equal(mine, File.ReadAllText(folder.Combine("mine/silver/products.sql")));
        Assert.False(File.Exists(folder.Combine("mine/gold/dim_category.sql")));
        Assert.Equal(yaml.Split('\n'), File.ReadAllText(folder.Combine("mine/ingot.yaml")).Split('\n').Where(line => !line.Contains("payments", StringComparison.Ordinal)));
        var check = await CliProcess.RunAsync(folder.Path, "check", "mine", "--source", database.Url);
        Assert.True(check.ExitCode == 0, check.Output + check.Error);
        Assert.Contains("loaded by the next `ingot run`: bronze.customers (points, phone).", check.Output, StringComparison.Ordinal);
        var run = await CliProcess.RunAsync(folder.Path, "run", "mine", "--source", database.Url);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);

        File.WriteAllText(folder.Combine("mine/silver/products.sql"), mine.Replace("  price", "  color,\n  price", StringComparison.Ordinal));
        var again = await CliProcess.RunAsync(folder.Path, "new", "mine", "--update", "--source", database.Url);
        Assert.Contains("nothing is new in the source", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_says_what_is_gone_renamed_or_of_another_type_and_what_to_write()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync(Shop);
        await database.ExecuteAsync("CREATE TABLE vouchers (id INT PRIMARY KEY, code VARCHAR(9), fax VARCHAR(9))");
        using var folder = new TemporaryFolder("ingot new ");
        Assert.Equal(0, (await CliProcess.RunAsync(folder.Path, "new", "mine", "--from", database.Url)).ExitCode);
        Assert.Equal(0, (await CliProcess.RunAsync(folder.Path, "run", "mine", "--source", database.Url)).ExitCode);
        File.AppendAllText(folder.Combine("mine/silver/products.sql"), "-- mine\n");
        await database.ExecuteAsync(
            "ALTER TABLE customers DROP COLUMN newsletter", "ALTER TABLE products ADD COLUMN fax VARCHAR(20)", "ALTER TABLE orders MODIFY total DECIMAL(14,4) NOT NULL", "RENAME TABLE vouchers TO coupons");

        var shown = await CliProcess.RunAsync(folder.Path, "new", "mine", "--update", "--source", database.Url);

        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Matches(@"customers\.newsletter is gone from the source\. Bronze keeps the column, null from the next load on; when nobody needs it any more, take it out of silver/customers\.sql, lines \d+, \d+", shown.Output);
        Assert.Contains("orders.total was decimal(12,2) and is decimal(14,4) now", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"`- {{ name: {database.Name}.orders, as: orders_2 }}`", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"vouchers (vouchers) is gone from the source, so the next run would fail", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"`- {{ name: {database.Name}.coupons, as: vouchers }}`", shown.Output, StringComparison.Ordinal);
        Assert.Contains("under `columns:`, as personal data:\n  fax: { personal: phone }\n", shown.Output, StringComparison.Ordinal);

        var yaml = File.ReadAllText(folder.Combine("mine/ingot.yaml"));
        File.WriteAllText(folder.Combine("mine/ingot.yaml"), System.Text.RegularExpressions.Regex.Replace(yaml, "  - [^\n]*vouchers[^\n]*\n", $"  - {{ name: {database.Name}.coupons, as: vouchers }}\n").Replace($"  - {database.Name}.orders\n", $"  - {{ name: {database.Name}.orders, as: orders_2 }}\n", StringComparison.Ordinal));
        var orders = File.ReadAllText(folder.Combine("mine/silver/orders.sql"));
        File.WriteAllText(folder.Combine("mine/silver/orders.sql"), orders.Replace("bronze.orders", "bronze.orders_2", StringComparison.Ordinal));
        var run = await CliProcess.RunAsync(folder.Path, "run", "mine", "--source", database.Url);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    [Fact]
    public async Task A_folder_that_is_there_is_kept_and_only_force_takes_its_place()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY)");
        using var folder = new TemporaryFolder("ingot new ");
        folder.Write("mine/notes.txt", "mine");

        var refused = await CliProcess.RunAsync(folder.Path, "new", "mine", "--from", database.Url);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("INGOT1051", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Directory.EnumerateFileSystemEntries(folder.Combine("mine")).Select(Path.GetFileName));

        var forced = await CliProcess.RunAsync(folder.Path, "new", "mine", "--force", "--from", database.Url);
        Assert.Equal((0, ""), (forced.ExitCode, forced.Error));
        Assert.Contains("is now mine.bak", forced.Output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.Combine("mine.bak/notes.txt")));
        Assert.Equal(["mine", "mine.bak"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("../mine", "{0}", "INGOT1050", "leads out of the current folder")]
    [InlineData("/tmp/mine", "{0}", "INGOT1050", "leads out of the current folder")]
    [InlineData(".", "{0}", "INGOT1050", "the current folder itself")]
    [InlineData("a b", "{0}", "INGOT1050", "would be the pipeline's name")]
    [InlineData("mine", "{0}", "INGOT1053", "has no table")]
    [InlineData("mine", "{0}_other", "INGOT3004", "no database")]
    [InlineData("mine", "", "INGOT1054", "names no database")]
    [InlineData("mine", "{0}?tls=perhaps", "INGOT3001", "The tls of the source URL")]
    public async Task Bad_input_is_told_and_nothing_is_left_behind(string name, string place, string code, string told)
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        using var folder = new TemporaryFolder("ingot new ");
        var url = database.Url[..(database.Url.LastIndexOf('/') + 1)];

        var result = await CliProcess.RunAsync(folder.Path, "new", name, "--from", url + place.Replace("{0}", database.Name, StringComparison.Ordinal));

        Assert.True(result.ExitCode is 1 or 2, result.Output);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Contains("next", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Tables_and_several_databases_are_chosen_by_patterns()
    {
        await using var first = await mariaDb.CreateDatabaseAsync();
        await using var second = await mariaDb.CreateDatabaseAsync();
        await first.ExecuteAsync("CREATE TABLE sales (id INT PRIMARY KEY)", "CREATE TABLE sales_log (id INT PRIMARY KEY)", "CREATE TABLE other (id INT PRIMARY KEY)");
        await second.ExecuteAsync("CREATE TABLE sales (id INT PRIMARY KEY)");
        using var folder = new TemporaryFolder("ingot new ");

        var made = await CliProcess.RunAsync(folder.Path, "new", "mine", "--no-profile", "--json", "--from", $"{first.Url},{second.Name}", "--tables", "sales*,!*_log");

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        using var document = JsonDocument.Parse(made.Output);
        Assert.Equal(new[] { $"{first.Name}_sales", $"{second.Name}_sales" }.Order(), document.RootElement.GetProperty("tables").EnumerateArray().Select(table => table.GetString()).Order());
        Assert.Contains($"/{first.Name},{second.Name}", await File.ReadAllTextAsync(folder.Combine("mine/ingot.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        string[] source = ["--source", $"{first.Url},{second.Name}"];
        foreach (var command in new string[][] { ["run", "mine"], ["verify", "--pipeline", "mine"], ["doctor", "--pipeline", "mine"], ["check", "mine"], ["replicate", "--pipeline", "mine"], ["new", "mine", "--update"] })
        {
            var result = await CliProcess.RunAsync(folder.Path, [.. command, .. source]);
            Assert.True(result.ExitCode == 0, $"{command[0]}: {result.Output}{result.Error}");
        }

        var refused = await CliProcess.RunAsync(folder.Path, ["seed", "--pipeline", "mine", .. source]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("INGOT2115", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(DatabaseServer.Password), refused.Error, StringComparison.Ordinal);
    }

    private DatabaseServer ServerOf(string name) => name == "MySQL" ? mySql : mariaDb;

    private static string AllText(string folder) => string.Concat(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));

    private static async Task<string> QueryAsync(TemporaryFolder folder, string sql)
    {
        var result = await CliProcess.RunAsync(folder.Path, "query", sql, "--format", "csv", "--pipeline", "mine");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }
}
