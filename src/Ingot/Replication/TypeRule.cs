using Ingot.MySql;
using Ingot.Replication.Decoding;

namespace Ingot.Replication;

/// <summary>A rule of <see cref="TypeMapping"/>: one kind of MySQL column and what it becomes.</summary>
/// <param name="Form">The kind of column, for example <c>bigint unsigned</c>; unique.</param>
/// <param name="SparkType">The Delta type in Spark's simple form; <c>p</c> and <c>s</c> stand for the column's digits.</param>
/// <param name="Dms">What AWS DMS writes to Parquet, for comparison; <c>-</c> where it is not documented.</param>
/// <param name="Note">The rule for values, and the reason where it differs from DMS.</param>
public sealed record TypeRule(string Form, string SparkType, string Dms, string Note)
{
    /// <summary>Makes the decoder of a column.</summary>
    internal Func<ColumnSchema, DecodingContext, ColumnDecoder> CreateDecoder { get; init; } = (_, _) => throw new InvalidOperationException("The rule has no decoder.");
}
