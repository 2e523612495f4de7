using System.Globalization;
using System.Security.Cryptography;
using Ingot.Lakes;

namespace Ingot.Adoption;

/// <summary>
/// The immutable, unique name of a landing file in bronze: <c>load_id=3/LOAD00000001-52341-&lt;digest&gt;.parquet</c>. By what follows the load, a file is known again among the log's
/// adds and removes: the same name with other content is another file.
/// </summary>
internal static class BronzeFileName
{
    private const int DigestLength = 32;

    /// <summary>The name without the load: key, size and digest. The digest of our own file is its load's id, which no other file has; another's is of its bytes.</summary>
    public static async Task<string> IdentityOfAsync(ScannedFile file, CancellationToken cancellationToken)
    {
        var digest = file.Metadata.LoadId is { } load ? load.Replace("-", "", StringComparison.Ordinal) : await DigestAsync(file.FullPath, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"{StemOf(file.Key)}-{file.Size}-{digest}.parquet");
    }

    /// <summary>The path in bronze.</summary>
    public static string PathOf(long load, string identity) => string.Create(CultureInfo.InvariantCulture, $"{BronzeColumns.LoadId}={load}/{identity}");

    /// <summary>The identity that a path in bronze ends with.</summary>
    public static string IdentityOf(string bronzePath) => bronzePath[(bronzePath.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The landing file's key without its ending, from an identity.</summary>
    public static string StemOfIdentity(string identity)
    {
        var withoutDigest = identity[..Math.Max(0, identity.LastIndexOf('-'))];
        return withoutDigest[..Math.Max(0, withoutDigest.LastIndexOf('-'))];
    }

    /// <summary>The landing file's key without its ending. A folder below the table, such as a date, becomes part of the name.</summary>
    public static string StemOf(string key) => Path.ChangeExtension(key, null).Replace('/', '_');

    private static async Task<string> DigestAsync(string path, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 20, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false))[..DigestLength];
    }
}
