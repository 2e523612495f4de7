using System.Security.Cryptography;
using System.Text;

namespace Ingot.MySql.Wire;

/// <summary>The answers of the authentication plugins (MySQL protocol, "Authentication Methods").</summary>
internal static class Authentication
{
    public const string Native = "mysql_native_password";
    public const string CachingSha2 = "caching_sha2_password";
    public const string ClearText = "mysql_clear_password";

    /// <summary>Answers the server's scramble.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="password">The password.</param>
    /// <param name="scramble">The server's 20 bytes.</param>
    /// <param name="isEncrypted">Whether the connection is.</param>
    /// <returns>The answer, or null when the plugin is not supported.</returns>
    public static byte[]? TryAnswer(string plugin, string password, ReadOnlySpan<byte> scramble, bool isEncrypted)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        return plugin switch
        {
            Native => bytes.Length == 0 ? [] : AnswerNative(bytes, scramble),
            CachingSha2 => bytes.Length == 0 ? [] : AnswerCachingSha2(bytes, scramble),
            ClearText when isEncrypted => [.. bytes, 0],
            _ => null,
        };
    }

    /// <summary>Encrypts the password with the server's key: caching_sha2_password without TLS.</summary>
    public static byte[] EncryptPassword(string password, ReadOnlySpan<byte> scramble, ReadOnlySpan<byte> publicKeyPem)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(password), 0];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= scramble[i % scramble.Length];
        }

        using var key = RSA.Create();
        try
        {
            key.ImportFromPem(Encoding.ASCII.GetString(publicKeyPem));
        }
        catch (Exception cause) when (cause is ArgumentException or CryptographicException)
        {
            throw WireErrors.Protocol("a public key that is none");
        }

        return key.Encrypt(bytes, RSAEncryptionPadding.OaepSHA1);
    }

    // SHA1(password) xor SHA1(scramble + SHA1(SHA1(password)))
#pragma warning disable CA5350 // The plugin is defined with SHA1.
    private static byte[] AnswerNative(byte[] password, ReadOnlySpan<byte> scramble)
    {
        var once = SHA1.HashData(password);
        byte[] mixed = [.. scramble, .. SHA1.HashData(once)];
        return Xor(once, SHA1.HashData(mixed));
    }
#pragma warning restore CA5350

    // SHA256(password) xor SHA256(SHA256(SHA256(password)) + scramble)
    private static byte[] AnswerCachingSha2(byte[] password, ReadOnlySpan<byte> scramble)
    {
        var once = SHA256.HashData(password);
        byte[] mixed = [.. SHA256.HashData(SHA256.HashData(once)), .. scramble];
        return Xor(once, SHA256.HashData(mixed));
    }

    private static byte[] Xor(byte[] left, byte[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            left[i] ^= right[i];
        }

        return left;
    }
}
