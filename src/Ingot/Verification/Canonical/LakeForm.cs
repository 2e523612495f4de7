namespace Ingot.Verification.Canonical;

/// <summary>How a value of the lake is written, where its type alone does not say it.</summary>
/// <param name="Bytes">Text and bytes.</param>
/// <param name="FractionDigits">The digits of the second's fraction of a date and time.</param>
/// <param name="IsNarrow">Whether a float or double has at most <see cref="MySqlDouble.NarrowWidth"/> characters.</param>
internal readonly record struct LakeForm(LakeBytes Bytes, int FractionDigits, bool IsNarrow = false)
{
    /// <summary>By the type alone.</summary>
    public static readonly LakeForm Plain = new(LakeBytes.Raw, 0);

    /// <summary>By the type, a float or double in few characters.</summary>
    public static readonly LakeForm NarrowDouble = new(LakeBytes.Raw, 0, IsNarrow: true);

    /// <summary>The character that stands for the form in the first argument of the lake's functions.</summary>
    public char Code => Bytes switch
    {
        LakeBytes.Hex => 'h',
        LakeBytes.Crc32 => 'c',
        LakeBytes.Sha2 => 's',
        _ when IsNarrow => 'n',
        _ => (char)('0' + FractionDigits),
    };

    /// <summary>Reads a form's character.</summary>
    /// <param name="code">One of the characters of <see cref="Code"/>.</param>
    /// <returns>The form.</returns>
    public static LakeForm FromCode(byte code) => code switch
    {
        (byte)'h' => new(LakeBytes.Hex, 0),
        (byte)'c' => new(LakeBytes.Crc32, 0),
        (byte)'s' => new(LakeBytes.Sha2, 0),
        (byte)'n' => NarrowDouble,
        >= (byte)'0' and <= (byte)'6' => new(LakeBytes.Raw, code - '0'),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };
}
