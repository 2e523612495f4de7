using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Analysis;

/// <summary>The names of columns that have none.</summary>
internal static class Naming
{
    public static string Of(Expression item) => item switch
    {
        AliasExpression alias => alias.Names[0],
        NameExpression name => name.Parts[^1],
        FieldExpression part => part.Field,
        _ => SqlWriter.Write(item, pretty: true),
    };
}
