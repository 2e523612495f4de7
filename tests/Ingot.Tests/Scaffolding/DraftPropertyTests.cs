using CsCheck;
using Ingot.MySql;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Tests.Scaffolding;

public sealed class DraftPropertyTests
{
    private static readonly string[] Types =
    [
        "tinyint(1)", "tinyint unsigned", "smallint", "mediumint unsigned", "int", "int unsigned", "bigint", "bigint unsigned", "decimal(12,2)", "decimal(38,10)", "decimal(65,30)", "float", "double", "bit(1)", "bit(9)",
        "date", "datetime(6)", "timestamp", "time(3)", "year", "char(2)", "varchar(40)", "varchar(4000)", "text", "longtext", "binary(16)", "varbinary(9)", "longblob", "json", "uuid", "inet6", "point", "geometry",
        "enum('a','b''c','*/','\\','', 'ж')", "set('x','y'',z')", "unknown_type",
    ];

    private static readonly string[] Names =
    [
        "id", "ID", "order", "Order Date", "select", "from", "name", "title", "first_name", "email", "phone", "amount", "total", "unit_price", "quantity", "qty", "sold_at", "created_at", "updated_at", "birth_date", "month",
        "status", "a.b", "a`b", "a``b", "`", "\"", "'", "*/", "/*", "--", "\\", "a\\", "${x}", "${", "$${y}", "😀", "שלום", "Größe", "größe", "naïve", "a b", " a", "date", "timestamp", "null", "true", "yes", "1", "1a", "_x",
        "user_id", "client_id", "parent_id", "Op", "load_id", "{", "}", "[", "#", ": ", "- ", "%", "@", "tab\tname", "line\nname", "x", "e", "t", "email_hash", "clients", "sales", "products", "orders", "order_items", "people",
        "012345678901234567890123456789012345678901234567890123456789abcd", "rows", "values", "table", "column", "key", "kind", "end", "left", "on", "using", "sales_count", "average_unit_price",
    ];

    private static readonly string[] Comments = ["", "People that buy", "*/ SELECT 1", "-- \\", "two\nlines", "😀: # 'x' \"y\" {a}", "${HOME}", "\\"];

    private static readonly Gen<ColumnProfile> Profile = Gen.Select(
        Gen.Long[0, 2], Gen.Long[0, 2], Gen.Long[0, 2], Gen.Enum<TextContent>(), Gen.Int[0, 12], Gen.Long[0, 40_000_000],
        (nulls, zeros, padded, content, kind, length) => new ColumnProfile
        {
            Nulls = nulls,
            ZeroDates = zeros,
            Padded = padded,
            Empty = padded,
            Content = content,
            MinLength = length,
            MaxLength = length,
            PersonalByContent = kind < Enum.GetValues<Ingot.Definition.PersonalKind>().Length ? (Ingot.Definition.PersonalKind)kind : null,
        });

    private static readonly Gen<ColumnSchema> Column = Gen.Select(
        Choice(Names), Gen.Frequency((5, Choice("int", "bigint", "varchar(40)", "decimal(12,2)", "datetime(6)")), (5, Choice(Types))), Gen.Bool, Choice(Comments), Gen.Int[0, 20],
        (name, type, isNullable, comment, extra) => Tables.Column(name, 1, type, isNullable) with { Comment = comment, IsGenerated = extra == 0, IsInvisible = extra == 1 });

    private static readonly Gen<(TableSchema Table, int[] Seeds)> Table = Gen.Select(
        Choice("shop", "my.shop", "a`b", "${db}"), Choice(Names), Column.Array[1, 9], Gen.Int[0, 3], Choice(Comments), Gen.Int[0, 1000].Array[12],
        (schema, name, columns, keySize, comment, seeds) =>
        {
            var distinct = columns.DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase).Select((column, index) => column with { Ordinal = index + 1 }).ToList();
            var keyed = distinct.Select((column, index) => index < keySize ? column with { IsNullable = false } : column).ToList();
            return (Tables.Make(schema, name, [.. keyed.Take(keySize).Select(column => column.Name)], keyed) with { Comment = comment }, seeds);
        });

    private static readonly Gen<(IReadOnlyList<TableSchema> Tables, ColumnProfile[] Profiles, bool HasProfile)> Source =
        Gen.Select(Table.Array[1, 7], Profile.Array[9], Gen.Bool, (tables, profiles, hasProfile) =>
        {
            var distinct = tables.DistinctBy(table => (table.Table.Schema, table.Table.Name)).ToList();
            IReadOnlyList<TableSchema> all = [.. distinct.Select(table => table.Table)];
            return ((IReadOnlyList<TableSchema>)[.. distinct.Select(table => Link(table.Table, table.Seeds, all))], profiles, hasProfile);
        });

    [Fact]
    public void Every_draft_of_any_source_passes_the_check()
    {
        Source.Sample(
            source =>
            {
                var rows = source.HasProfile ? 50 : 0;
                var profiles = !source.HasProfile ? new Dictionary<TableSchema, TableProfile>() : source.Tables.ToDictionary(
                    table => table,
                    table => new TableProfile(rows, true, table.Columns.Select((column, index) => (column, index)).ToDictionary(pair => pair.column.Name, pair => source.Profiles[pair.index % source.Profiles.Length])));
                using var pipeline = DraftedPipeline.Build(source.Tables, profiles);
                if (pipeline.Draft.TableNames.Count == 0)
                {
                    return;
                }

                var (errors, definition) = pipeline.Check(source.Tables);
                Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => $"{error.Place} {error.Code} {error.Message}\n{TextOf(pipeline, error.Place.File)}")));
                Assert.Equal(source.Tables.Count, definition!.Tables.Count + pipeline.Draft.LeftOut.Count(thing => thing.Kind == "table"));
                Assert.Equal(pipeline.Draft.SilverModels.Count + pipeline.Draft.GoldModels.Count, definition.Models.Count);
            },
            iter: 400,
            threads: 1);
    }

    private static Gen<string> Choice(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string TextOf(DraftedPipeline pipeline, string file) => pipeline.Draft.Files.FirstOrDefault(one => one.Path == file)?.Text ?? "";

    private static TableSchema Link(TableSchema table, int[] seeds, IReadOnlyList<TableSchema> all)
    {
        for (var i = 0; i + 3 < seeds.Length; i += 4)
        {
            var to = all[seeds[i] % all.Count];
            var count = Math.Min(1 + (seeds[i + 1] % 2), Math.Min(table.Columns.Count, to.Columns.Count));
            if (seeds[i + 1] % 4 != 3)
            {
                var from = (seeds[i + 2] % (table.Columns.Count - count + 1));
                var toColumns = seeds[i + 3] % 3 == 0 ? to.Columns.Take(count).Select(column => column.Name) : to.PrimaryKey.Take(count);
                if (toColumns.Count() == count)
                {
                    table = table with
                    {
                        ForeignKeys = [.. table.ForeignKeys, new ForeignKeySchema($"fk{i}", [.. table.Columns.Skip(from).Take(count).Select(column => column.Name)], to.Schema, to.Name, [.. toColumns])],
                    };
                }
            }
        }

        return table;
    }
}
