namespace Ingot.ConformanceTests.SparkSql;

/// <summary>What became of a case.</summary>
internal enum CorpusVerdict
{
    /// <summary>The same types and values, or an error where Spark has one.</summary>
    Right,

    /// <summary>Refused before the query ran.</summary>
    Refused,

    /// <summary>Anything else.</summary>
    Wrong,
}

/// <summary>A case, what became of it, and why.</summary>
internal sealed record CorpusOutcome(CorpusCase Case, CorpusVerdict Verdict, string Detail, string? DuckDbSql);
