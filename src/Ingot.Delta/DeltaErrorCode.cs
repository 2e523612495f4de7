namespace Ingot.Delta;

/// <summary>The stable codes of <see cref="DeltaException"/>.</summary>
public static class DeltaErrorCode
{
    /// <summary>There is no Delta table at the place: no log, or an empty one.</summary>
    public const string NotATable = "INGOT4001";

    /// <summary>The version that was asked for cannot be read: newer than the newest, or older than what the log still holds.</summary>
    public const string VersionNotAvailable = "INGOT4002";

    /// <summary>The log is damaged: a torn commit, a missing version, no protocol or no metadata.</summary>
    public const string CorruptLog = "INGOT4003";

    /// <summary>The table uses a feature that this library does not read or does not write.</summary>
    public const string UnsupportedFeature = "INGOT4004";

    /// <summary>A Parquet file (data or checkpoint) is missing, cut or not Parquet.</summary>
    public const string UnreadableFile = "INGOT4005";

    /// <summary>The table's own rules forbid the write: append-only, NOT NULL, a partition value that is missing.</summary>
    public const string WriteRefused = "INGOT4006";

    /// <summary>The storage failed; the same call may succeed later.</summary>
    public const string StorageFailed = "INGOT4007";

    /// <summary>A schema, a partition value or a table property is not valid.</summary>
    public const string Invalid = "INGOT4008";
}
