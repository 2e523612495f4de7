using Ingot.Definition;

namespace Ingot.Engines.DuckDb;

/// <summary>An expectation with its check in DuckDB's SQL, over the columns of the model.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Sql">A boolean expression.</param>
internal sealed record TranslatedCheck(Expectation Expectation, string Sql);
