using Ingot.SparkSql.Analysis;

namespace Ingot.Definition.Checking;

/// <summary>The rules of a model of kind <c>current</c>: row-wise over one driving table, whose key it keeps.</summary>
internal static class CurrentModelRules
{
    private const string UseTable = "Use kind `table`, which computes the whole table anew.";

    /// <summary>Checks a model.</summary>
    /// <param name="model">A model of kind current with a key.</param>
    /// <param name="query">Its query.</param>
    /// <param name="tables">The tables that it reads.</param>
    /// <param name="errors">Takes the errors.</param>
    public static void Check(ModelDefinition model, AnalyzedQuery query, KnownTables tables, DefinitionErrorList errors)
    {
        var kindPlace = model.KindPlace ?? new FilePlace(model.File, 1, 1);
        if (query.DrivingTable is not { } driving)
        {
            errors.Add("INGOT1034", kindPlace, $"{model.Table} is of kind `current` and not row-wise: it has to give at most one row for each row of one table, without aggregation, DISTINCT, window function, set operation, LIMIT or a join but LEFT JOIN.", UseTable);
            return;
        }

        var keyPlace = model.KeyPlace ?? kindPlace;
        var kept = new List<string>();
        foreach (var name in model.Key)
        {
            var column = query.Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (column is null)
            {
                // Reported as a key column that is missing.
                return;
            }

            if (column.PassThrough is { } origin && origin.Table == driving)
            {
                kept.Add(origin.Column);
            }
            else
            {
                errors.Add("INGOT1034", ModelSql.PlaceOf(column.Place, model.File), $"{model.Table} is of kind `current`, and its key column '{name}' is not a column of {driving.FullName} as it stands.", $"Select the column of {driving.FullName} unchanged. Or: {UseTable}");
            }
        }

        if (kept.Count == model.Key.Count && tables.TryGet(driving.Name)?.Key is { } key && !new HashSet<string>(key, StringComparer.OrdinalIgnoreCase).SetEquals(kept))
        {
            var found = key.Count == 0 ? "has no key" : $"has the key {string.Join(", ", key)}";
            errors.Add("INGOT1034", keyPlace, $"{model.Table} is of kind `current` with the key {string.Join(", ", model.Key)}, and its driving table {driving.FullName} {found}.", key.Count == 0 ? UseTable : $"Keep all columns of that key, and no other. Or: {UseTable}");
        }
    }
}
