namespace Ingot.Verification;

/// <summary>The keys of a silver model to compare with those of the bronze table that drives it.</summary>
/// <param name="Name">The model's table, for example <c>silver.clients</c>.</param>
/// <param name="ModelSql">DuckDB SQL, a SELECT of the model's rows.</param>
/// <param name="ModelKey">The model's key.</param>
/// <param name="DrivingName">The bronze table that drives it.</param>
/// <param name="DrivingSql">DuckDB SQL, a SELECT of the driving table's current state; less what the model itself leaves out with WHERE.</param>
/// <param name="DrivingKey">The columns of the driving table that the key's columns come from, in the same order.</param>
/// <param name="DroppedRows">The rows that the model's expectations dropped from its current version.</param>
public sealed record VerifiedKeys(
    string Name, string ModelSql, IReadOnlyList<string> ModelKey, string DrivingName, string DrivingSql, IReadOnlyList<string> DrivingKey, long DroppedRows);
