using System.Globalization;

namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>A column of a key, with as many different values as one wants.</summary>
/// <param name="Definition">The type as in CREATE TABLE, which foreign keys repeat.</param>
/// <param name="Value">The SQL literal of a row, counted from 1.</param>
internal sealed record SyntheticKey(string Definition, Func<int, string> Value)
{
    /// <summary>All kinds of columns of keys.</summary>
    public static IReadOnlyList<SyntheticKey> All { get; } =
    [
        new("INT NOT NULL", row => Text(row)),
        new("INT UNSIGNED NOT NULL", row => Text(row * 3)),
        new("BIGINT NOT NULL", row => Text(row - 3L)),
        new("BIGINT UNSIGNED NOT NULL", row => (ulong.MaxValue - (ulong)row).ToString(CultureInfo.InvariantCulture)),
        new("SMALLINT NOT NULL", row => Text(-row)),
        new("VARCHAR(40) NOT NULL", row => $"'key {row} é'"),
        new("VARCHAR(40) CHARACTER SET latin1 NOT NULL", row => $"'k''{row}'"),
        new("CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL", row => $"'{(row % 2 == 0 ? "k" : "K")}{row}'"),
        new("BINARY(16) NOT NULL", row => $"0x{row * 7919:X32}"),
        new("VARBINARY(20) NOT NULL", row => $"0x00FF{row:X8}"),
        new("DECIMAL(10,2) NOT NULL", row => string.Create(CultureInfo.InvariantCulture, $"{row / 4m:0.00}")),
        new("DECIMAL(38,0) NOT NULL", row => $"9999999999999999999999999999{row:0000000000}"),
        new("DATE NOT NULL", row => $"'{new DateOnly(1999, 12, 30).AddDays(row):yyyy-MM-dd}'"),
        new("DATETIME(6) NOT NULL", row => $"'2024-01-01 00:00:00.{row:000000}'"),
        new("ENUM('a','b','c','d','e','f','g','h','i','j','k','l','m','n','o','p','q','r','s','t') NOT NULL", row => Text(((row - 1) % 20) + 1)),
        new("YEAR NOT NULL", row => Text(1950 + row)),
    ];

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
