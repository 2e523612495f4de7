using Ingot.SparkSql;
using Ingot.SparkSql.Syntax;
using SqlQuery = Ingot.SparkSql.Syntax.Query;

namespace Ingot.Definition;

/// <summary>Reads the SQL of a definition with the parser of the Spark dialect, and says where its findings are in the file.</summary>
internal static class ModelSql
{
    private const string SyntaxNextStep = "Mend the SQL; docs/reference/spark-sql.md lists what can be written.";

    /// <summary>Reads a model's query.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">The file's name in places.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>The query, or null when there was an error.</returns>
    public static SqlQuery? TryParse(string text, string file, DefinitionErrorList errors)
    {
        try
        {
            return SparkSqlParser.ParseQuery(text);
        }
        catch (SparkSqlException exception)
        {
            foreach (var error in exception.Errors)
            {
                errors.Add("INGOT1023", PlaceOf(error.Place, file), error.Message, SyntaxNextStep);
            }

            return null;
        }
    }

    /// <summary>Reads the check of an expectation.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="text">The text of its file.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>The expression, or null when there was an error.</returns>
    public static Expression? TryParse(Expectation expectation, string text, DefinitionErrorList errors)
    {
        try
        {
            return SparkSqlParser.ParseExpression(expectation.Check);
        }
        catch (SparkSqlException exception)
        {
            foreach (var error in exception.Errors)
            {
                errors.Add("INGOT1023", PlaceOf(error.Place, expectation, text), $"Expectation '{expectation.Name}': {error.Message}", SyntaxNextStep);
            }

            return null;
        }
    }

    /// <summary>The tables that a query names, without those that it defines itself.</summary>
    public static IReadOnlyList<ModelReference> ReferencesOf(SqlQuery query, string file) =>
        [.. TableReferences.Of(query).Select(table => new ModelReference(table.Name, PlaceOf(table.Place, file)))];

    /// <summary>The place in a model's file of a place in its SQL: the front matter is a comment, so they are the same.</summary>
    public static FilePlace PlaceOf(Place place, string file) => new(file, place.Line, place.Column);

    /// <summary>The place in a model's file of a place in a check: exact where the check stands in the file as it is, on one line; else the check's start.</summary>
    public static FilePlace PlaceOf(Place place, Expectation expectation, string text)
    {
        var start = expectation.Place;
        var line = text.AsSpan();
        for (var i = 1; i < start.Line; i++)
        {
            line = line[(line.IndexOf('\n') + 1)..];
        }

        var isVerbatim = start.Column <= line.Length && line[(start.Column - 1)..].StartsWith(expectation.Check, StringComparison.Ordinal);
        return isVerbatim && place.Line == 1 ? start with { Column = start.Column + place.Column - 1 } : start;
    }
}
