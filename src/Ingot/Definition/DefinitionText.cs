using System.Text;

namespace Ingot.Definition;

/// <summary>Reads the text of a definition file.</summary>
internal static class DefinitionText
{
    private const long LargestFileInBytes = 4 * 1024 * 1024;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes of a file; <see cref="Decode"/> makes its text of them.</summary>
    /// <param name="path">The path on disk.</param>
    /// <param name="file">The file's name in places.</param>
    /// <param name="errors">Takes the error.</param>
    /// <returns>The bytes, or null when there was an error.</returns>
    public static byte[]? TryRead(string path, string file, DefinitionErrorList errors)
    {
        var start = new FilePlace(file, 1, 1);
        try
        {
            using var handle = File.OpenHandle(path);
            var length = RandomAccess.GetLength(handle);
            if (length > LargestFileInBytes)
            {
                errors.Add("INGOT1017", start, $"The file has {length:N0} bytes; a definition file has at most {LargestFileInBytes:N0}.", "Move what is not part of the definition to another folder.");
                return null;
            }

            var bytes = new byte[length];
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var count)
            {
                read += count;
            }

            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add("INGOT1017", start, $"The file cannot be read: {exception.Message}", "Look at the file's permissions.");
            return null;
        }
    }

    /// <summary>Decodes the bytes of a definition file: UTF-8, a byte order mark is left out.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, DefinitionErrorList errors)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var valid = Encoding.UTF8.GetString(bytes[..FirstInvalid(bytes)]);
            var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
            var found = isUtf16 ? "The file is UTF-16, not UTF-8." : $"The byte 0x{exception.BytesUnknown?.FirstOrDefault():X2} here is not UTF-8.";
            errors.Add("INGOT1002", PlaceAt(valid, valid.Length, file), found, "Save the file as UTF-8.");
            return null;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'))
            {
                errors.Add("INGOT1002", PlaceAt(text, i, file), $"The control character U+{(int)text[i]:X4} stands here.", "Remove it, and save the file as UTF-8 text.");
                return null;
            }
        }

        return text;
    }

    /// <summary>The place of a character of a text.</summary>
    public static FilePlace PlaceAt(string text, int offset, string file)
    {
        var before = text.AsSpan(0, offset);
        return new FilePlace(file, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
