namespace Ingot.Engines.DuckDb.Translation;

/// <summary>The macros that translated queries call.</summary>
public static class SparkMacros
{
    private const string Blank = @"[\x00-\x20\x7f]*";

    /// <summary>The statements that make the macros; run them once for each DuckDB instance. They may run again.</summary>
    public static string Sql { get; } = string.Join(";\n", Macros().Select(macro => $"CREATE OR REPLACE MACRO {macro.Head} AS {macro.Body}")) + ";";

    private static IEnumerable<(string Head, string Body)> Macros() => [.. Numbers(), .. Texts(), .. Times(), .. Lists()];

    private static IEnumerable<(string Head, string Body)> Numbers() =>
    [
        ("spark_nonzero(x)", "CASE WHEN x = 0 THEN error('[DIVIDE_BY_ZERO] Division by zero; use try_divide, or nullif for the divisor') ELSE x END"),
        ("spark_positive(x)", "CASE WHEN x < 0 THEN 0 ELSE CAST(x AS BIGINT) END"),
        ("spark_pow(x, y)", "CASE WHEN isnan(y) OR (abs(x) = 1 AND isinf(y)) THEN CAST('NaN' AS DOUBLE) ELSE pow(x, y) END"),
        ("spark_sign(x)", "CASE WHEN x < 0 THEN -1 ELSE 1 END"),

        // Whole numbers of 128 bit: the quotient rounded half away from zero.
        ("spark_rounding(r, b)", "CASE WHEN abs(r) >= abs(b) - abs(r) THEN 1 ELSE 0 END"),
        ("spark_divide_plain(a, b)", "a // b + spark_rounding(a % b, b) * spark_sign(a) * spark_sign(b)"),

        // 64 bit where the values fit, which is many times faster.
        ("spark_divide(a, b)", "CASE WHEN a BETWEEN -4611686018427387904 AND 4611686018427387904 AND b BETWEEN -4611686018427387904 AND 4611686018427387904 "
            + "THEN CAST(spark_divide_plain(CAST(a AS BIGINT), CAST(b AS BIGINT)) AS HUGEINT) ELSE spark_divide_plain(a, b) END"),
        ("spark_floor_divide(a, b)", "a // b - CASE WHEN a % b <> 0 AND (a < 0) <> (b < 0) THEN 1 ELSE 0 END"),
        ("spark_pmod(a, b)", "CASE WHEN a % b < 0 THEN (a % b + b) % b ELSE a % b END"),
        ("spark_digits(x)", $"nullif(regexp_extract(x, '^{Blank}([+-]?[0-9]+){Blank}$', 1), '')"),
        ("spark_number(x)", $"nullif(regexp_extract(x, '^{Blank}([+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?){Blank}$', 1), '')"),
        ("spark_special(x)", $"CASE lower(regexp_extract(x, '^{Blank}(.*?){Blank}$', 1)) WHEN 'nan' THEN 'NaN' WHEN 'inf' THEN 'Infinity' WHEN '+inf' THEN 'Infinity' WHEN 'infinity' THEN 'Infinity' "
            + "WHEN '+infinity' THEN 'Infinity' WHEN '-inf' THEN '-Infinity' WHEN '-infinity' THEN '-Infinity' END"),
        ("spark_floating(x)", $"coalesce(spark_number(x), nullif(regexp_extract(x, '^{Blank}([+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?)[dDfF]{Blank}$', 1), ''), spark_special(x))"),
        ("spark_boolean(x)", $"CASE lower(regexp_extract(x, '^{Blank}(.*?){Blank}$', 1)) WHEN 't' THEN true WHEN 'true' THEN true WHEN 'y' THEN true WHEN 'yes' THEN true WHEN '1' THEN true "
            + "WHEN 'f' THEN false WHEN 'false' THEN false WHEN 'n' THEN false WHEN 'no' THEN false WHEN '0' THEN false END"),
    ];

    private static IEnumerable<(string Head, string Body)> Texts() =>
    [
        ("spark_is_ascii(x)", "strlen(x) = length(x)"),
        ("spark_ascii_only(x)", "CASE WHEN NOT spark_is_ascii(x) THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] This function takes ASCII text alone on the embedded engine') ELSE x END"),
        ("spark_upper(x)", $"CASE WHEN spark_is_ascii(x) THEN upper(x) ELSE upper({SpecialCasing.ReplaceForUpper("x")}) END"),
        ("spark_lower(x)", "CASE WHEN spark_is_ascii(x) THEN lower(x) WHEN contains(x, 'Σ') THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] lower of a text with a capital sigma is not supported on the embedded engine') "
            + "ELSE lower(replace(x, 'İ', 'i̇')) END"),
        ("spark_title(c)", "CASE WHEN spark_is_ascii(c) THEN upper(c) WHEN c IN ('ǆ', 'ǉ', 'ǌ', 'ǳ') OR length(spark_upper(c)) <> 1 THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] initcap of this text is not supported on the embedded engine') ELSE upper(c) END"),
        ("spark_initcap(x)", "array_to_string(list_transform(string_split(spark_lower(x), ' '), lambda w: spark_title(substring(w, 1, 1)) || substring(w, 2)), ' ')"),
        ("spark_substring_from(x, s, e)", "substring(x, spark_positive(s) + 1, spark_positive(e - spark_positive(s)))"),
        ("spark_start(x, p)", "CASE WHEN p > 0 THEN CAST(p AS BIGINT) - 1 WHEN p < 0 THEN length(x) + p WHEN p = 0 THEN 0 END"),
        ("spark_substring(x, p, n)", "spark_substring_from(x, spark_start(x, p), spark_start(x, p) + CAST(n AS BIGINT))"),
        ("spark_right(x, n)", "CASE WHEN x IS NULL THEN NULL WHEN n <= 0 THEN '' ELSE spark_substring(x, -n, 2147483647) END"),
        ("spark_replace(x, a, b)", "CASE WHEN a = '' AND b IS NOT NULL THEN x ELSE replace(x, a, b) END"),
        ("spark_reverse(x)", "CASE WHEN spark_is_ascii(x) THEN reverse(x) ELSE array_to_string(list_reverse(regexp_extract_all(x, '(?s).')), '') END"),
        ("spark_locate(part, x, p)", "CASE WHEN instr(substring(x, p), part) = 0 THEN 0 ELSE CAST(instr(substring(x, p), part) + p - 1 AS INTEGER) END"),
        ("spark_overlay(x, r, p, n)", "spark_substring(x, 1, p - 1) || r || spark_substring(x, p + CASE WHEN n >= 0 THEN n ELSE length(r) END, 2147483647)"),
        ("spark_base64(x)", "rtrim(regexp_replace(to_base64(x), '(.{76})', '\\1' || chr(13) || chr(10), 'g'), chr(13) || chr(10))"),
        ("spark_unhex(x)", "CASE WHEN regexp_full_match(x, '[0-9a-fA-F]*') THEN unhex(CASE WHEN length(x) % 2 = 1 THEN '0' || x ELSE x END) END"),
        ("spark_no_line_end(x)", "CASE WHEN regexp_matches(x, '[\\n\\r\\x{85}\\x{2028}\\x{2029}]$') THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] A regular expression with $ on a text that ends in a line break is not supported on the embedded engine') ELSE x END"),
        ("spark_json_value(x, p)", "CASE WHEN x IS NULL THEN NULL WHEN NOT json_valid(x) THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] get_json_object of a text that is no JSON is not supported on the embedded engine') "
            + "WHEN json_type(x, p) IN ('VARCHAR', 'BOOLEAN', 'UBIGINT', 'BIGINT', 'NULL') OR json_type(x, p) IS NULL THEN json_extract_string(x, p) "
            + "ELSE error('[NOT_ON_THE_EMBEDDED_ENGINE] get_json_object of an object, an array or a fraction is not supported on the embedded engine') END"),
    ];

    private static IEnumerable<(string Head, string Body)> Times() =>
    [
        ("spark_seconds(x)", "spark_floor_divide(epoch_us(x), 1000000)"),
        ("spark_year_text(x)", "CASE WHEN year(x) NOT BETWEEN 0 AND 9999 THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] A year outside of 0 to 9999 as text is not supported on the embedded engine') ELSE lpad(CAST(year(x) AS VARCHAR), 4, '0') END"),
        ("spark_date_text(x)", "CASE WHEN year(x) BETWEEN 1 AND 9999 THEN CAST(x AS VARCHAR) ELSE spark_year_text(x) END"),
        ("spark_timestamp_text(x)", "CASE WHEN year(x) BETWEEN 1 AND 9999 THEN CAST(x AS VARCHAR) ELSE spark_year_text(x) END"),
        ("spark_int(x)", "TRY_CAST(x AS INTEGER)"),
        ("spark_date_of(y, m, d)", "TRY(make_date(y, m, d))"),
        ("spark_date_slow(p)", "CASE WHEN p.y <> '' THEN spark_date_of(spark_int(p.s || p.y), coalesce(spark_int(nullif(p.m, '')), 1), coalesce(spark_int(nullif(p.d, '')), 1)) END"),
        ("spark_date(x)", "CASE WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(x AS DATE) "
            + $"ELSE spark_date_slow(regexp_extract(x, '(?s)^{Blank}([+-]?)([0-9]{{4,7}})(-([0-9]{{1,2}})(-([0-9]{{1,2}})([ T].*)?)?)?{Blank}$', ['s', 'y', 'a', 'm', 'b', 'd', 'c'])) END"),
        ("spark_timestamp_of(y, mo, d, h, mi, s, us)", "CASE WHEN h < 24 AND mi < 60 AND s < 60 THEN make_timestamp(epoch_us(CAST(TRY(make_date(y, mo, d)) AS TIMESTAMP)) + ((CAST(h AS BIGINT) * 60 + mi) * 60 + s) * 1000000 + us) END"),
        ("spark_offset(p)", "CASE WHEN p.os = '' THEN 0 WHEN spark_int(p.oh) > 18 OR coalesce(spark_int(nullif(p.om, '')), 0) > 59 THEN NULL ELSE "
            + "CASE WHEN p.os = '-' THEN -1 ELSE 1 END * (spark_int(p.oh) * 60 + coalesce(spark_int(nullif(p.om, '')), 0)) END"),
        ("spark_timestamp_slow(p, x)", "CASE WHEN p.y <> '' THEN make_timestamp(epoch_us(spark_timestamp_of(spark_int(p.s || p.y), coalesce(spark_int(nullif(p.m, '')), 1), coalesce(spark_int(nullif(p.d, '')), 1), "
            + "coalesce(spark_int(nullif(p.h, '')), 0), coalesce(spark_int(nullif(p.mi, '')), 0), coalesce(spark_int(nullif(p.se, '')), 0), spark_int(substring(p.f || '000000', 1, 6)))) - CAST(spark_offset(p) AS BIGINT) * 60000000) "
            + "WHEN regexp_matches(x, '^[+-]?[0-9]{4,6}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9:.]+[^0-9:.]') OR regexp_matches(x, '^T?[0-9]{1,2}:') THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] A timestamp with a region as its zone, or a time without a date, is not supported on the embedded engine') END"),
        ("spark_timestamp(x)", "CASE WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?') THEN TRY_CAST(x AS TIMESTAMP) "
            + $"ELSE spark_timestamp_slow(regexp_extract(x, '^{Blank}([+-]?)([0-9]{{4,6}})(-([0-9]{{1,2}})(-([0-9]{{1,2}})([ T](([0-9]{{1,2}})(:([0-9]{{1,2}})(:([0-9]{{1,2}})(\\.([0-9]*))?)?)?"
            + $"(\\s*(Z|(UTC|GMT|UT)?(([+-])([0-9]{{1,2}})(:([0-9]{{1,2}}))?)?))?))?)?)?{Blank}$', "
            + "['s', 'y', 'a', 'm', 'b', 'd', 'c', 'e', 'h', 'g', 'mi', 'i', 'se', 'j', 'f', 'k', 'l', 'n', 'o', 'os', 'oh', 'q', 'om']), x) END"),

        // A wall clock time takes no notice of the zone in its text.
        ("spark_timestamp_ntz_slow(p, x)", "CASE WHEN p.y <> '' THEN make_timestamp(epoch_us(spark_timestamp_of(spark_int(p.s || p.y), coalesce(spark_int(nullif(p.m, '')), 1), coalesce(spark_int(nullif(p.d, '')), 1), "
            + "coalesce(spark_int(nullif(p.h, '')), 0), coalesce(spark_int(nullif(p.mi, '')), 0), coalesce(spark_int(nullif(p.se, '')), 0), spark_int(substring(p.f || '000000', 1, 6)))) + 0 * spark_offset(p)) "
            + "WHEN regexp_matches(x, '^[+-]?[0-9]{4,6}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9:.]+[^0-9:.]') OR regexp_matches(x, '^T?[0-9]{1,2}:') THEN error('[NOT_ON_THE_EMBEDDED_ENGINE] A timestamp with a region as its zone, or a time without a date, is not supported on the embedded engine') END"),
        ("spark_timestamp_ntz(x)", "CASE WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?') THEN TRY_CAST(x AS TIMESTAMP) "
            + $"ELSE spark_timestamp_ntz_slow(regexp_extract(x, '^{Blank}([+-]?)([0-9]{{4,6}})(-([0-9]{{1,2}})(-([0-9]{{1,2}})([ T](([0-9]{{1,2}})(:([0-9]{{1,2}})(:([0-9]{{1,2}})(\\.([0-9]*))?)?)?"
            + $"(\\s*(Z|(UTC|GMT|UT)?(([+-])([0-9]{{1,2}})(:([0-9]{{1,2}}))?)?))?))?)?)?{Blank}$', "
            + "['s', 'y', 'a', 'm', 'b', 'd', 'c', 'e', 'h', 'g', 'mi', 'i', 'se', 'j', 'f', 'k', 'l', 'n', 'o', 'os', 'oh', 'q', 'om']), x) END"),
        ("spark_make_timestamp(y, mo, d, h, mi, s)", "make_timestamp(epoch_us(CAST(make_date(y, mo, d) AS TIMESTAMP)) + CASE WHEN h NOT BETWEEN 0 AND 23 OR mi NOT BETWEEN 0 AND 59 OR s < 0 OR s > 60 "
            + "THEN error('[DATETIME] A part of a timestamp is out of range') ELSE (CAST(h AS BIGINT) * 60 + mi) * 60000000 + CAST(s * CAST(1000000 AS DECIMAL(7,0)) AS BIGINT) END)"),
        ("spark_months_apart(a, b)", "(year(a) - year(b)) * 12 + month(a) - month(b)"),
        ("spark_seconds_of_day(a)", "spark_pmod(spark_seconds(a), 86400)"),
        ("spark_months_exact(a, b)", "spark_months_apart(a, b) + ((day(a) - day(b)) * 86400 + spark_seconds_of_day(a) - spark_seconds_of_day(b)) / CAST(2678400 AS DOUBLE)"),
        ("spark_months_between(a, b, r)", "CASE WHEN day(a) = day(b) OR (CAST(a AS DATE) = last_day(a) AND CAST(b AS DATE) = last_day(b)) THEN CAST(spark_months_apart(a, b) AS DOUBLE) "
            + "WHEN r THEN floor(spark_months_exact(a, b) * 1e8 + 0.5) / 1e8 WHEN NOT r THEN spark_months_exact(a, b) END"),
    ];

    private static IEnumerable<(string Head, string Body)> Lists() =>
    [
        ("spark_array_item(a, i)", "CASE WHEN i < 0 OR i >= len(a) THEN error('[INVALID_ARRAY_INDEX] The index is outside of the array; use get') ELSE a[i + 1] END"),
        ("spark_element_at(a, i)", "CASE WHEN i = 0 THEN error('[INVALID_INDEX_OF_ZERO] The index 0 is invalid') WHEN abs(i) > len(a) THEN error('[INVALID_ARRAY_INDEX_IN_ELEMENT_AT] The index is outside of the array; use try_element_at') ELSE a[i] END"),
        ("spark_try_element_at(a, i)", "CASE WHEN i = 0 THEN error('[INVALID_INDEX_OF_ZERO] The index 0 is invalid') WHEN abs(i) <= len(a) THEN a[i] END"),
        ("spark_sequence(a, b)", "CASE WHEN a <= b THEN generate_series(CAST(a AS BIGINT), CAST(b AS BIGINT)) ELSE generate_series(CAST(a AS BIGINT), CAST(b AS BIGINT), CAST(-1 AS BIGINT)) END"),
    ];
}
