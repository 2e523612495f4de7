using Ingot.Runs;

namespace Ingot.Definition.Checking;

/// <summary>Checks a pipeline against its lake, and against its source for what the lake does not have yet.</summary>
public static class LakeCheck
{
    /// <summary>The errors that a column brings which the lake does not have.</summary>
    private static readonly HashSet<string> OfColumns = ["INGOT1030", "INGOT1032", "INGOT1033", "INGOT1035"];

    /// <summary>
    /// Checks all that was read of a definition. The source is asked for tables that the lake does not have, and for new columns when a model does not fit the
    /// columns that the lake has; never for a password.
    /// </summary>
    /// <param name="loaded">A definition as <see cref="DefinitionLoader"/> gives it; it may have errors.</param>
    /// <param name="session">The session of the pipeline.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The errors, those of the definition and of the source's tables among them, the notes, and the models with their typed columns.</returns>
    /// <exception cref="PipelineException">The lake is of a newer format.</exception>
    public static async Task<CheckResult> RunAsync(DefinitionResult loaded, PipelineSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(session);
        return await RunAsync(loaded, session, new LakeMemory(), new CheckMemory(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks what is not remembered.</summary>
    internal static async Task<CheckResult> RunAsync(DefinitionResult loaded, PipelineSession session, LakeMemory lake, CheckMemory models, CancellationToken cancellationToken)
    {
        var bronze = await BronzeSchemas.LoadAsync(session, lake, cancellationToken).ConfigureAwait(false);
        var result = PipelineChecker.Check(loaded, bronze, models);
        if (!result.Errors.Any(error => OfColumns.Contains(error.Code)))
        {
            return result;
        }

        var (newer, newColumns) = await bronze.AddNewColumnsAsync(session, lake, cancellationToken).ConfigureAwait(false);
        return newColumns.Count == 0 ? result : PipelineChecker.Check(loaded, newer, models) with { NewColumns = newColumns };
    }
}
