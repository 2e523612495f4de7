namespace Ingot.Verification;

/// <summary>The stable codes of the errors that a verification raises. Differences are results, not errors.</summary>
public static class VerificationErrorCodes
{
    /// <summary>A column's type cannot be compared.</summary>
    public const string ColumnType = "INGOT2301";

    /// <summary>A row's canonical bytes exceed the server's <c>max_allowed_packet</c>.</summary>
    public const string RowTooLarge = "INGOT2302";

    /// <summary>The lake's table has no column that the source's table has.</summary>
    public const string MissingColumn = "INGOT2303";

    /// <summary>The embedded engine refused the verification's functions.</summary>
    public const string Engine = "INGOT5901";
}
