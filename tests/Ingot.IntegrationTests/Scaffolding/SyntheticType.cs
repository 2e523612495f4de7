namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>A column type with values for it.</summary>
/// <param name="Server">The server that alone has it; empty for both.</param>
/// <param name="Definition">The type as in CREATE TABLE, with its character set.</param>
/// <param name="Values">SQL literals: the borders, and what breaks others.</param>
/// <param name="IsPlain">Whether every storage engine holds it.</param>
internal sealed record SyntheticType(string Server, string Definition, IReadOnlyList<string> Values, bool IsPlain = true)
{
    private const string Text = "''|' '|'  padded  '|'it''s'|'a\\\\b'|'line\\nend'|'quote\"d'|'NULL'|'<b>&amp;</b>'|'x@example.com'|'+41 44 668 18 00'|'{\"a\":1}'|'2024-02-30'|'12.50'|'\\0'|'%_'";
    private const string Wide = Text + "|'größe'|'😀 🎉'|'مرحبا'|'名前'";

    /// <summary>All types.</summary>
    public static IReadOnlyList<SyntheticType> All { get; } =
    [
        Of("TINYINT", "-128|127|0"), Of("TINYINT(1)", "0|1|2"), Of("TINYINT UNSIGNED", "0|255"), Of("SMALLINT", "-32768|32767"), Of("SMALLINT UNSIGNED", "0|65535"), Of("MEDIUMINT", "-8388608|8388607"),
        Of("INT", "-2147483648|2147483647|0"), Of("INT UNSIGNED", "0|4294967295"), Of("INT(8) UNSIGNED ZEROFILL", "42|7"), Of("BIGINT", "-9223372036854775808|9223372036854775807"), Of("BIGINT UNSIGNED", "0|18446744073709551615"),
        Of("DECIMAL(1,0)", "-9|9"), Of("DECIMAL(12,2)", "-9999999999.99|0|12.50|19.99"), Of("DECIMAL(18,18)", "0.999999999999999999|0"), Of("DECIMAL(38,10)", "-9999999999999999999999999999.9999999999|1"),
        Of("DECIMAL(65,30)", "99999999999999999999999999999999999.999999999999999999999999999999|-1"), Of("DECIMAL(10,2) UNSIGNED", "0|99999999.99"), Of("FLOAT", "0|-1.5|3.4e38|0.1|1e-30"), Of("DOUBLE", "0|-1.5|1.7e308|0.1|2.2e-300"),
        Of("BIT(1)", "b'0'|b'1'"), Of("BIT(17)", "b'0'|b'11111111111111111'"), Of("BIT(64)", "0xFFFFFFFFFFFFFFFF|b'0'"), Of("BOOLEAN", "TRUE|FALSE"),
        Of("DATE", "'1000-01-01'|'9999-12-31'|'2024-02-29'|'0000-00-00'|'1970-01-01'"), Of("DATETIME", "'1000-01-01 00:00:00'|'9999-12-31 23:59:59'|'0000-00-00 00:00:00'|'2024-03-31 02:30:00'"),
        Of("DATETIME(6)", "'2024-05-06 07:08:09.123456'|'9999-12-31 23:59:59.999999'"), Of("TIMESTAMP NULL", "'1970-01-01 00:00:01'|'2038-01-19 03:14:07'|'0000-00-00 00:00:00'"), Of("TIMESTAMP(3) NULL", "'2024-05-06 07:08:09.123'"),
        Of("TIME", "'-838:59:59'|'838:59:59'|'00:00:00'"), Of("TIME(6)", "'-00:00:00.000001'|'12:34:56.789012'"), Of("YEAR", "1901|2155|0|2024"),
        Of("CHAR(10)", "''|'a'|'a  '|'0123456789'"), Of("VARCHAR(60)", Wide), Of("VARCHAR(60) CHARACTER SET latin1", Text), Of("VARCHAR(40) CHARACTER SET utf16", "'a'|'größe'|'😀'"),
        Of("VARCHAR(40) CHARACTER SET ucs2", "'a'|'größe'"), Of("VARCHAR(40) CHARACTER SET cp1251", "'Привет'|''"), Of("VARCHAR(40) CHARACTER SET sjis", "'日本'|'x'"), Of("CHAR(5) CHARACTER SET ascii COLLATE ascii_bin", "'abc'|''"),
        Of("VARCHAR(60) COLLATE utf8mb4_bin", Wide), Of("BINARY(4)", "'a'|0x00000000|0xFFFFFFFF"), Of("VARBINARY(20)", "''|0x00FF|0xC328"),
        Of("ENUM('small','it''s','größe','','a,b')", "'small'|'it''s'|'größe'|'a,b'|''"), Of("SET('a','b','c d')", "''|'a'|'a,c d'|'a,b,c d'"), Of("ENUM('Y','N')", "'Y'|'N'"),
        Of("TINYTEXT", Wide, false), Of("TEXT", Wide + "|REPEAT('lorem ipsum ', 2000)", false), Of("MEDIUMTEXT CHARACTER SET latin1", Text, false), Of("LONGTEXT", Wide + "|REPEAT('😀', 30000)", false),
        Of("BLOB", "''|0x00|0xFFD8FF|REPEAT(0x00, 60000)", false), Of("LONGBLOB", "''|REPEAT(0xAB, 300000)", false), Of("JSON", """'{}'|'[]'|'null'|'{"a": [1, 2.50, "ä"], "b": {"c": null}}'|'"text"'|'12345678901234567890'""", false),
        Of("GEOMETRY", "ST_GeomFromText('POINT(1 2)')|ST_GeomFromText('LINESTRING(0 0, 1 1)')", false), Of("POINT", "ST_GeomFromText('POINT(-1.5 2)')", false), Of("POLYGON", "ST_GeomFromText('POLYGON((0 0, 1 0, 1 1, 0 0))')", false),
        new("MariaDB", "UUID", Split("'123e4567-e89b-12d3-a456-426655440000'|'00000000-0000-0000-0000-000000000000'")), new("MariaDB", "INET6", Split("'2001:db8::1'|'::'")), new("MariaDB", "INET4", Split("'255.0.10.1'|'0.0.0.0'")),
        new("MySQL", "VECTOR(2)", Split("STRING_TO_VECTOR('[1,2]')"), false), new("MySQL", "POINT SRID 4326", Split("ST_GeomFromText('POINT(2 1)', 4326)"), false),
    ];

    /// <summary>Splits literals at the bars between them.</summary>
    private static string[] Split(string values) => values.Split('|');

    private static SyntheticType Of(string definition, string values, bool isPlain = true) => new("", definition, Split(values), isPlain);
}
