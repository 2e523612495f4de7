namespace Ingot.Verification.Canonical;

/// <summary>How a value of the lake is written, where its type alone does not say it.</summary>
/// <param name="Bytes">Text and bytes.</param>
/// <param name="FractionDigits">The digits of the second's fraction of a date and time.</param>
/// <param name="DoubleWidth">The most characters of a float or double.</param>
internal readonly record struct LakeForm(LakeBytes Bytes, int FractionDigits, int DoubleWidth = MySqlDouble.FullWidth)
{
    /// <summary>By the type alone.</summary>
    public static readonly LakeForm Plain = new(LakeBytes.Raw, 0);

    /// <summary>By the type, a float or double as newer MySQL writes it when it is calculated.</summary>
    public static readonly LakeForm CalculatedDouble = new(LakeBytes.Raw, 0, MySqlDouble.CalculatedWidth);

    /// <summary>By the type, a double as newer MySQL writes it when it is a column.</summary>
    public static readonly LakeForm ColumnDouble = new(LakeBytes.Raw, 0, MySqlDouble.ColumnWidth);

    /// <summary>The character that stands for the form in the first argument of the lake's functions.</summary>
    public char Code => Bytes switch
    {
        LakeBytes.Hex => 'h',
        LakeBytes.Crc32 => 'c',
        LakeBytes.Sha2 => 's',
        _ when DoubleWidth == MySqlDouble.CalculatedWidth => 'd',
        _ when DoubleWidth == MySqlDouble.ColumnWidth => 'D',
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
        (byte)'d' => CalculatedDouble,
        (byte)'D' => ColumnDouble,
        >= (byte)'0' and <= (byte)'6' => new(LakeBytes.Raw, code - '0'),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };
}
