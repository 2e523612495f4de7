namespace Ingot.Landing;

/// <summary>Rows that are decoded straight into DuckDB's vectors while a landing file is written.</summary>
internal interface IRowSource
{
    /// <summary>The columns: name and DuckDB type, for example <c>DECIMAL(12,2)</c>.</summary>
    IReadOnlyList<(string Name, string DuckDbType)> Columns { get; }

    /// <summary>Fills a chunk. It may block on the network; DuckDB calls it from a thread of its own, one call at a time.</summary>
    /// <param name="vectors">The vectors of the columns.</param>
    /// <param name="capacity">The most rows that a vector holds.</param>
    /// <returns>The rows that were filled in; 0 at the end.</returns>
    int Fill(ReadOnlySpan<nint> vectors, int capacity);
}
