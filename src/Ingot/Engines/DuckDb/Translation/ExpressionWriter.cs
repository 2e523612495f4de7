using System.Globalization;
using System.Numerics;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes typed expressions as DuckDB SQL.</summary>
internal sealed class ExpressionWriter
{
    private readonly Func<Plan, string> _select;
    private readonly Dictionary<int, string> _columns;

    /// <param name="select">Writes the plan of a subquery.</param>
    /// <param name="columns">The texts of columns that are not known by their own name.</param>
    public ExpressionWriter(Func<Plan, string> select, Dictionary<int, string> columns)
    {
        _select = select;
        _columns = columns;
    }

    public string Write(TypedExpression expression) => expression switch
    {
        TypedLiteral literal => Literal(literal),
        TypedColumn column => _columns.GetValueOrDefault(column.Attribute.Id) ?? PlanWriter.NameOf(column.Attribute),
        TypedCall call => WriteCall(call),
        TypedCast cast => CastWriter.Write(this, cast),
        TypedCase choice => WriteCase(choice),
        TypedIn test => $"({Write(test.Operand)} IN ({string.Join(", ", test.Items.Select(Write))}))",
        TypedInSubquery test => WriteInSubquery(test),
        TypedExists test => $"EXISTS ({_select(test.Plan)})",
        TypedSubquery query => WriteSubquery(query),
        TypedAggregate aggregate => AggregateWriter.Write(this, aggregate),
        TypedWindow window => WindowWriter.Write(this, window),
        TypedLambdaVariable variable => LambdaName(variable.Name),
        TypedLambda lambda => $"lambda {string.Join(", ", lambda.Parameters.Select(parameter => LambdaName(parameter.Name)))}: {Write(lambda.Body)}",
        _ => throw Refuse("This expression", expression.Place),
    };

    public static SparkSqlException Refuse(string what, Place place) => new($"{what} is not supported on the embedded engine.", place);

    /// <summary>A text as a SQL literal, also with the characters that a literal cannot hold as they are.</summary>
    public static string Text(string value) => value.Contains('\0', StringComparison.Ordinal)
        ? string.Join(" || chr(0) || ", value.Split('\0').Select(DuckDbDatabase.Quote)) is var text ? $"({text})" : ""
        : DuckDbDatabase.Quote(value);

    public static string Number(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static string LambdaName(string name) => DuckDbDatabase.QuoteName("λ" + name);

    private static string Literal(TypedLiteral literal)
    {
        var type = DuckDbTypes.InternalNameOf(literal.Type);
        switch (literal.Type, literal.Value)
        {
            case (VoidType, null):
                return "NULL";
            case (_, null):
                return $"CAST(NULL AS {type})";
            case (BooleanType, bool value):
                return value ? "true" : "false";
            case (IntegralType { Bits: 32 }, long number):
                return number < 0 ? $"CAST({Number(number)} AS {type})" : Number(number);
            case (IntegralType, long number):
                return $"CAST({Number(number)} AS {type})";
            case (FloatingType, double number):
                return $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS {type})";
            case (DecimalType number, BigInteger unscaled):
                return $"CAST('{SqlWriter.Decimal(unscaled, number.Scale)}' AS {type})";
            case (StringType, string text):
                return Text(text);
            case (BinaryType, byte[] bytes):
                return $"CAST('{string.Concat(bytes.Select(item => $"\\x{item:X2}"))}' AS BLOB)";
            case (DateType, long days):
                return $"CAST('{SparkDateTime.FormatDate(days)}' AS DATE)";
            case (TimestampType, long micros):
                return $"make_timestamp(CAST({Number(micros)} AS BIGINT))";
            case (YearMonthIntervalType or DayTimeIntervalType, long amount):
                return $"CAST({Number(amount)} AS {type})";
            default:
                throw Refuse($"A literal of type {literal.Type.Name}", literal.Place);
        }
    }

    private string WriteCall(TypedCall call)
    {
        var function = FunctionTranslations.Find(call.Function) ?? throw Refuse($"The function '{call.Function}'", call.Place);
        return function(this, call);
    }

    private string WriteCase(TypedCase choice)
    {
        var branches = string.Concat(choice.Branches.Select(branch => $" WHEN {Write(branch.When)} THEN {Write(branch.Then)}"));
        var otherwise = choice.Else is null ? $"CAST(NULL AS {DuckDbTypes.InternalNameOf(choice.Type)})" : Write(choice.Else);
        return $"CASE{branches} ELSE {otherwise} END";
    }

    private string WriteInSubquery(TypedInSubquery test)
    {
        var operands = string.Join(", ", test.Operands.Select(Write));
        return test.Operands.Count == 1 ? $"({operands} IN ({_select(test.Plan)}))" : throw Refuse("IN with several columns", test.Place);
    }

    private string WriteSubquery(TypedSubquery query) => $"({_select(query.Plan)})";
}
