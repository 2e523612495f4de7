namespace Ingot.SparkSql.Parsing;

/// <summary>Words that are no alias or name where a clause may follow. Spark reserves none of them by default, and tells them apart by what follows.</summary>
internal static class Keywords
{
    /// <summary>Words that cannot begin an expression.</summary>
    public static readonly HashSet<string> EndExpressions = Set(
        "FROM WHERE GROUP HAVING UNION EXCEPT INTERSECT WHEN THEN ELSE AND OR AS ON USING JOIN BETWEEN IN LIKE SELECT");

    /// <summary>Words that are no alias of a column without AS.</summary>
    public static readonly HashSet<string> NoColumnAlias = Set(
        "FROM WHERE GROUP HAVING ORDER SORT CLUSTER DISTRIBUTE LIMIT OFFSET WINDOW UNION EXCEPT MINUS SETMINUS INTERSECT LATERAL ON USING JOIN CROSS INNER LEFT RIGHT FULL "
        + "SEMI ANTI NATURAL AND OR NOT IS IN LIKE ILIKE RLIKE REGEXP BETWEEN WHEN THEN ELSE END AS DIV OVER FILTER WITHIN ASC DESC NULLS PIVOT UNPIVOT TABLESAMPLE");

    /// <summary>Words that are no alias of a relation without AS.</summary>
    public static readonly HashSet<string> NoTableAlias = Set(
        "WHERE GROUP HAVING ORDER SORT CLUSTER DISTRIBUTE LIMIT OFFSET WINDOW UNION EXCEPT MINUS SETMINUS INTERSECT LATERAL ON USING JOIN CROSS INNER LEFT RIGHT FULL "
        + "SEMI ANTI NATURAL PIVOT UNPIVOT TABLESAMPLE AS SELECT FROM FOR VERSION TIMESTAMP SYSTEM_VERSION SYSTEM_TIME QUALIFY");

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
