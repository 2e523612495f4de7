namespace Ingot.SparkSql;

/// <summary>Writes names of columns and tables for people to read: without back-ticks where none are needed.</summary>
public static class SqlName
{
    // Spark's reserved words of ANSI mode, and those that a clause or a function without brackets begins with.
    private static readonly HashSet<string> Reserved = new(
        ("ALL AND ANTI ANY AS ASC AT AUTHORIZATION BETWEEN BOTH BY CASE CAST CHECK CLUSTER COLLATE COLUMN CONSTRAINT CREATE CROSS CUBE CURRENT CURRENT_CATALOG CURRENT_DATE CURRENT_DATABASE "
        + "CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DATE DEFAULT DELETE DESC DESCRIBE DISTINCT DISTRIBUTE DIV DROP ELSE END ESCAPE EXCEPT EXISTS EXTRACT FALSE FETCH FILTER "
        + "FOR FOREIGN FROM FULL FUNCTION GLOBAL GRANT GROUP GROUPING HAVING IF ILIKE IN INNER INSERT INTERSECT INTERVAL INTO IS JOIN LATERAL LEADING LEFT LIKE LIMIT LOCAL MAP MATCH MINUS "
        + "NATURAL NO NOT NULL NULLS OF OFFSET ON ONLY OR ORDER OUTER OVER OVERLAPS OVERLAY PARTITION PERCENTILE_CONT PERCENTILE_DISC PIVOT POSITION PRIMARY QUALIFY RANGE REFERENCES REGEXP "
        + "REVOKE RIGHT RLIKE ROLLUP ROW ROWS SELECT SEMI SESSION_USER SET SETMINUS SETS SOME SORT START STRUCT SUBSTRING SYSTEM_TIME SYSTEM_VERSION TABLE TABLESAMPLE THEN TIME TIMESTAMP "
        + "TIMESTAMP_LTZ TIMESTAMP_NTZ TO TRAILING TRIM TRUE TRUNCATE TRY_CAST UNION UNIQUE UNKNOWN UNPIVOT UPDATE USER USING VALUES VERSION WHEN WHERE WINDOW WITH WITHIN X R")
        .Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a name so that it is read as a name wherever one can stand, here and on Spark, also where Spark keeps its reserved words.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <returns>The name as it is, or in back-ticks.</returns>
    public static string Write(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsPlain(name) ? name : SqlWriter.Name(name);
    }

    private static bool IsPlain(string name) =>
        name.Length > 0
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !Reserved.Contains(name);
}
