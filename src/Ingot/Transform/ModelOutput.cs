using Ingot.Delta.Schema;
using Ingot.Quality;

namespace Ingot.Transform;

/// <summary>What an engine computed for one model. Nothing of it is committed.</summary>
/// <param name="Schema">The columns of the result.</param>
/// <param name="Files">The Parquet files, relative to the table's folder; none when no row passed.</param>
/// <param name="Rows">The rows in the files.</param>
/// <param name="DroppedRows">The rows that expectations with <c>else: drop</c> kept out of them.</param>
/// <param name="Expectations">The counts: of each expectation before any drop, and of the key over the rows in the files.</param>
internal sealed record ModelOutput(StructType Schema, IReadOnlyList<string> Files, long Rows, long DroppedRows, IReadOnlyList<ExpectationResult> Expectations);
