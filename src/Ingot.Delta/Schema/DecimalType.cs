using System.Globalization;

namespace Ingot.Delta.Schema;

/// <summary>An exact decimal number.</summary>
public sealed record DecimalType : DataType
{
    /// <summary>The most digits that a decimal has.</summary>
    public const int MaxPrecision = 38;

    /// <summary>Makes a decimal type.</summary>
    /// <param name="precision">The digits, 1 to 38.</param>
    /// <param name="scale">The digits after the point, 0 to <paramref name="precision"/>.</param>
    public DecimalType(int precision, int scale)
    {
        if (precision is < 1 or > MaxPrecision || scale < 0 || scale > precision)
        {
            throw new DeltaException(
                DeltaErrorCode.Invalid,
                $"decimal({precision},{scale}) is not a type: the precision is 1 to {MaxPrecision}, the scale 0 to the precision.");
        }

        Precision = precision;
        Scale = scale;
    }

    /// <summary>The digits, 1 to 38.</summary>
    public int Precision { get; }

    /// <summary>The digits after the point.</summary>
    public int Scale { get; }

    /// <inheritdoc/>
    public override string SimpleString => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}
