using Ingot.Definition;

namespace Ingot.Engines.DuckDb;

/// <summary>An expectation with its check in DuckDB's SQL, over the columns of the model.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Check">The check as people read it.</param>
/// <param name="Sql">A boolean expression; it may have subqueries of its own, and gives one value a row whatever they find.</param>
internal sealed record TranslatedCheck(Expectation Expectation, string Check, string Sql);
