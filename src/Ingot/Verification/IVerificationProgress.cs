namespace Ingot.Verification;

/// <summary>Hears how a verification goes on. The calls may come from several threads; they must return at once.</summary>
public interface IVerificationProgress
{
    /// <summary>A table's comparison has begun.</summary>
    /// <param name="table">The table's bronze name.</param>
    /// <param name="ranges">The ranges that will be summed.</param>
    void TableStarted(string table, int ranges);

    /// <summary>The source has summed more ranges of a table.</summary>
    /// <param name="table">The table's bronze name.</param>
    /// <param name="rangesDone">The ranges summed so far.</param>
    /// <param name="rows">The rows in them.</param>
    void TableAdvanced(string table, int rangesDone, long rows);

    /// <summary>A table's comparison has ended.</summary>
    /// <param name="result">What it found.</param>
    void TableFinished(TableVerification result);

    /// <summary>The comparison of a model's keys has begun.</summary>
    /// <param name="model">The model's name, with its layer.</param>
    void KeysStarted(string model);

    /// <summary>The comparison of a model's keys has ended.</summary>
    /// <param name="result">What it found.</param>
    void KeysFinished(KeyVerification result);
}
