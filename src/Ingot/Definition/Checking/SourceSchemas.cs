using System.Globalization;
using Ingot.Lakes;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.SparkSql.Analysis;

namespace Ingot.Definition.Checking;

/// <summary>What a source says of tables: the columns that bronze will have, so that models are checked before the first run.</summary>
internal static class SourceSchemas
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Reads the schemas of tables.</summary>
    /// <param name="source">The source.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The schemas; a note when the source cannot be read.</returns>
    public static async Task<BronzeSchemas> LoadAsync(SourceDefinition source, IReadOnlyList<TableDefinition> tables, CancellationToken cancellationToken)
    {
        if (source.Url is not { } url)
        {
            return Unknown("the lake does not have their tables yet, and no source is named");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadTimeout);
        try
        {
            var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(url) with { ConnectTimeout = ConnectTimeout }, limit.Token).ConfigureAwait(false);
            await using var disposal = connection.ConfigureAwait(false);
            return await LoadAsync(connection, tables, limit.Token).ConfigureAwait(false);
        }
        catch (MySqlSourceException exception)
        {
            return Unknown($"the lake does not have their tables yet, and the source does not say them: {exception.Message.TrimEnd('.')}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unknown(string.Create(CultureInfo.InvariantCulture, $"the lake does not have their tables yet, and the source did not say them within {ReadTimeout.TotalSeconds:0} s"));
        }
    }

    private static BronzeSchemas Unknown(string note) => new(new Dictionary<TableName, TableSchema>(), [], note);

    private static async Task<BronzeSchemas> LoadAsync(SourceConnection connection, IReadOnlyList<TableDefinition> tables, CancellationToken cancellationToken)
    {
        var schemas = new Dictionary<TableName, TableSchema>();
        var errors = new DefinitionErrorList();
        var found = await SchemaReader.LoadTablesAsync(connection, [.. tables.Select(table => (table.Schema, table.Table))], cancellationToken).ConfigureAwait(false);
        foreach (var table in tables)
        {
            if (!found.TryGetValue((table.Schema, table.Table), out var schema))
            {
                var others = await SchemaReader.ListTablesAsync(connection, table.Schema, cancellationToken).ConfigureAwait(false);
                errors.Add(
                    MySqlErrorCodes.UnknownTable,
                    table.Place,
                    $"The source has no table {table.Schema}.{table.Table}, or the account may not see it.",
                    others.Count == 0 ? $"Check the database's name, and grant the account SELECT on {table.Schema}.*." : NearestNames.Sentence(table.Table, others));
            }
            else if (TryMap(table, schema, errors) is { } mapped)
            {
                schemas[new TableName(Layer.Bronze, table.Name)] = mapped;
            }
        }

        return new BronzeSchemas(schemas, errors.Build(), null);
    }

    private static TableSchema? TryMap(TableDefinition table, MySql.TableSchema schema, DefinitionErrorList errors)
    {
        try
        {
            var read = SourceTable.Of(schema, table.Without).Schema;
            var key = LandingSchema.FindKey(table, read);
            var fields = LandingSchema.Build(read, TypeMapping.Map(read), key).Fields.Where(field => !BronzeColumns.IsReserved(field.Name));
            return new TableSchema([.. fields.Select(field => new TableColumn(field.Name, ColumnTypes.ToSpark(field.Type), field.Nullable))], key);
        }
        catch (PipelineException exception)
        {
            errors.Add(exception.Code, table.Place, exception.Message, exception.NextStep ?? "Mend the table's entry in ingot.yaml.");
        }
        catch (MySqlSourceException exception)
        {
            errors.Add(exception.Code, table.Place, exception.Message, exception.NextStep ?? "Leave the table out, or replicate a view of it.");
        }

        return null;
    }
}
