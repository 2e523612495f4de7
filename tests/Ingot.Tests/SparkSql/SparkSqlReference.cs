using System.Text;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql.Functions;

namespace Ingot.Tests.SparkSql;

/// <summary>The page of the dialect, with the functions from the code's table.</summary>
internal static class SparkSqlReference
{
    private const string Head = """
        # Spark SQL

        Models, checks and queries are written in Spark SQL as Spark 3.5 reads it with `spark.sql.ansi.enabled=true` and the time zone UTC. Spark runs it as it is; for the embedded
        engine it is turned into DuckDB's SQL that gives the same typed answer. What is not proven to be the same is refused by `ingot check`, with the place in the file.

        ## What holds

        - Overflow, a value that a cast cannot take, an index outside of an array and division by zero are errors. `try_cast`, `try_add`, `try_subtract`, `try_multiply`, `try_divide`, `try_sum`, `try_avg`, `try_element_at` give NULL.
        - Every expression has the type that Spark gives it: the implicit casts of ANSI mode, decimals with Spark's precision and scale, rounded half up to the result's scale. `/` of whole numbers is double, `DIV` is bigint.
        - Products, sums and differences of decimals are computed in 64 bit for the rows whose values fit, and in 128 bit for the others. Both are exact.
        - Names are found without regard to case. An unknown one lists the nearest three. All findings of a query are told at once.
        - Nulls come first in ascending order and last in descending order. NaN is the largest number and equal to itself.
        - Strings are counted in code points. A `timestamp` is an instant in microseconds.

        ## Supported

        | what | supported | refused |
        | --- | --- | --- |
        | query | SELECT, DISTINCT, WITH, subqueries, VALUES, TABLE, UNION, INTERSECT, EXCEPT, ORDER BY, LIMIT, OFFSET, names of the select list used further right | SORT BY and hints change no answer and are skipped; a name of WITH that hides another is refused as in Spark |
        | FROM | tables, subqueries, joins (inner, cross, left, right, full, semi, anti; ON, USING, NATURAL, LATERAL), `range`, LATERAL VIEW and the functions that give rows | PIVOT, UNPIVOT, TABLESAMPLE, time travel, a subquery in ON |
        | GROUP BY | expressions, positions, names, ALL, ROLLUP, CUBE, GROUPING SETS, `grouping`, `grouping_id`, HAVING, FILTER, DISTINCT in aggregates | QUALIFY (Spark has none) |
        | windows | PARTITION BY, ORDER BY, ROWS and RANGE frames, WINDOW names, IGNORE NULLS | first, last and nth value over a RANGE frame with a distance |
        | subqueries | a value, IN, EXISTS, correlated as Spark takes them | IN with several columns; correlated WITH |
        | operators | arithmetic, comparison, `<=>`, bits, `||`, LIKE, ILIKE, RLIKE, BETWEEN, IN, IS, CASE, CAST, TRY_CAST, `::`, fields, subscripts, lambdas | a pattern that is no constant |
        | literals | strings with Spark's escapes, numbers with the suffixes L S Y D F BD, DATE, TIMESTAMP, INTERVAL, X | dates such as `now` and `today`, regions as time zones |
        | types | all but user-defined ones; intervals within expressions | a cast of double or float to string: Java and DuckDB write some numbers differently |

        A regular expression must be a constant that Java and RE2 read alike: no look-around, back references, possessive repetitions, `\b`, `\p{…}`, class intersections. A replacement or split needs one that does not match an empty text.
        Patterns of dates take the letters y M d H h m s S a E D Q and quoted text; those that read a text take yyyy, M, d, H, m, s, S.

        ## Refused because Spark itself does not promise the answer

        `first`, `last`, `any_value`, `collect_list`, `collect_set` and `mode` as aggregates depend on the order of rows (`first_value` and its kind over an ordered window are supported); `current_date`, `current_timestamp` and `rand` depend on when they run.

        ## Refused at run time, with an error that says so

        A few rare values: `lower` of a text with a capital sigma, years outside of 0 to 9999 as text, `get_json_object` of what is no JSON, of an object, an array or a fraction, a regular expression with `$` on a text that ends in a line break,
        quotients and sums of decimals whose intermediate value needs more than 128 bit.

        """;

    public static string Build()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("\n## Functions\n\nOther names that Spark has for the same function (`ucase`, `mean`, `len`, …) are taken too.\n\n| kind | functions |\n| --- | --- |\n");
        page.Append("| scalar | ").AppendJoin(", ", Names(FunctionKind.Scalar, function => function.Replace is not null || FunctionTranslations.Find(function.Name) is not null)).Append(" |\n");
        page.Append("| aggregate | ").AppendJoin(", ", Names(FunctionKind.Aggregate, function => !AggregateWriter.IsRefused(function.Name))).Append(" |\n");
        page.Append("| window | ").AppendJoin(", ", Names(FunctionKind.Window, _ => true)).Append(" |\n");
        page.Append("| gives rows | ").AppendJoin(", ", Names(FunctionKind.Generator, _ => true)).Append(" |\n");
        page.Append("| known, and refused on the embedded engine | ").AppendJoin(", ", FunctionTable.All
            .Where(function => function.Kind == FunctionKind.Scalar ? function.Replace is null && FunctionTranslations.Find(function.Name) is null : AggregateWriter.IsRefused(function.Name))
            .Select(function => function.Name).Order(StringComparer.Ordinal).Select(name => $"`{name}`")).Append(" |\n");
        return page.ToString();
    }

    private static IEnumerable<string> Names(FunctionKind kind, Func<SparkFunction, bool> isSupported) =>
        FunctionTable.All.Where(function => function.Kind == kind && isSupported(function)).Select(function => function.Name).Order(StringComparer.Ordinal).Select(name => $"`{name}`");
}
