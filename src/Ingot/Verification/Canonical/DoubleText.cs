namespace Ingot.Verification.Canonical;

/// <summary>
/// How many characters a server gives a DOUBLE inside an expression. MariaDB and older MySQL give it all that its digits take; newer MySQL 24 where it is a column, and
/// 22 where it is calculated, with the digits rounded to them.
/// </summary>
/// <param name="HasNarrowCalculations">Whether a calculated value has at most <see cref="MySqlDouble.CalculatedWidth"/> characters.</param>
/// <param name="HasNarrowColumns">Whether a column's value has at most <see cref="MySqlDouble.ColumnWidth"/> characters, which are enough for all its digits.</param>
internal sealed record DoubleText(bool HasNarrowCalculations, bool HasNarrowColumns)
{
    /// <summary>The query that finds it out: one row with both, as 0 or 1.</summary>
    public const string Query = """
        SELECT CHAR_LENGTH(CONCAT(-1.1754943508222875e-38*1e0))<23,
            (SELECT MAX(CHAR_LENGTH(CONCAT(d)))<25 FROM (SELECT -1.2478357765390386e-14 AS d UNION ALL SELECT 1e0) AS t)
        """;

    /// <summary>All characters everywhere.</summary>
    public static readonly DoubleText Wide = new(false, false);

    /// <summary>The form of a calculated value.</summary>
    public LakeForm Calculated => HasNarrowCalculations ? LakeForm.CalculatedDouble : LakeForm.Plain;

    /// <summary>The form of a column's value.</summary>
    public LakeForm Column => HasNarrowColumns ? LakeForm.ColumnDouble : LakeForm.Plain;

    /// <summary>Reads the answer to <see cref="Query"/>.</summary>
    /// <param name="row">Its row.</param>
    /// <returns>What the server does.</returns>
    public static DoubleText Read(string?[] row) => new(row[0] == "1", row[1] == "1");
}
