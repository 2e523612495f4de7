namespace Ingot.SparkSql.Analysis;

/// <summary>Typed expressions are equal when they compute the same from the same columns, wherever they stand.</summary>
internal sealed class SameExpressions : IEqualityComparer<TypedExpression>
{
    public static readonly SameExpressions Instance = new();

    // As in Spark, a + b and b + a are the same.
    private static readonly HashSet<string> Commutative = ["+", "*", "&", "|", "^", "=", "<=>", "and", "or"];

    public bool Equals(TypedExpression? left, TypedExpression? right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (null, _) or (_, null) => false,
        (TypedColumn one, TypedColumn other) => one.Attribute.Id == other.Attribute.Id,
        (TypedLiteral one, TypedLiteral other) => one.Type == other.Type && AreSame(one.Value, other.Value),
        (TypedLambdaVariable one, TypedLambdaVariable other) => one.Name == other.Name,
        (TypedCall one, TypedCall other) => AreSame(one, other),
        _ => left.GetType() == right.GetType() && IsSameNode(left, right) && AreSame(left.Children, right.Children),
    };

    public int GetHashCode(TypedExpression expression)
    {
        switch (expression)
        {
            case TypedColumn column:
                return column.Attribute.Id;
            case TypedLiteral literal:
                return HashCode.Combine(literal.Type, literal.Value is byte[] bytes ? bytes.Length : literal.Value);
            case TypedLambdaVariable variable:
                return variable.Name.GetHashCode(StringComparison.Ordinal);
            case TypedCall { Function: ">" or ">=", Arguments: [var greater, var less] } comparison:
                return HashCode.Combine(comparison.Function == ">" ? "<" : "<=", GetHashCode(less), GetHashCode(greater));
            case TypedCall { Arguments: [var one, var other] } call when Commutative.Contains(call.Function):
                return HashCode.Combine(call.Function, GetHashCode(one) ^ GetHashCode(other));
        }

        var hash = new HashCode();
        hash.Add(expression switch
        {
            TypedCall call => call.Function,
            TypedAggregate aggregate => aggregate.Function,
            _ => expression.GetType().Name,
        });
        var children = expression.Children;
        for (var i = 0; i < children.Count; i++)
        {
            hash.Add(GetHashCode(children[i]));
        }

        return hash.ToHashCode();
    }

    private static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other),
        (double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other),
        _ => Equals(left, right),
    };

    private bool AreSame(TypedCall left, TypedCall right)
    {
        if (left is { Function: ">" or ">=", Arguments.Count: 2 } || right is { Function: ">" or ">=", Arguments.Count: 2 })
        {
            (left, right) = (Turn(left), Turn(right));
        }

        return left.Function == right.Function
            && (AreSame(left.Arguments, right.Arguments)
                || (Commutative.Contains(left.Function) && left.Arguments is [var one, var other] && right.Arguments.Count == 2
                    && Equals(one, right.Arguments[1]) && Equals(other, right.Arguments[0])));
    }

    private static TypedCall Turn(TypedCall call) => call is { Function: ">" or ">=", Arguments: [var greater, var less] }
        ? call with { Function = call.Function == ">" ? "<" : "<=", Arguments = [less, greater] }
        : call;

    // What is not among the children.
    private bool IsSameNode(TypedExpression left, TypedExpression right) => (left, right) switch
    {
        (TypedCast one, TypedCast other) => one.Try == other.Try && one.Type == other.Type,
        (TypedCase one, TypedCase other) => (one.Else is null) == (other.Else is null),
        (TypedAggregate one, TypedAggregate other) => one.Function == other.Function && one.Distinct == other.Distinct && one.IgnoreNulls == other.IgnoreNulls
            && (one.Filter is null) == (other.Filter is null) && one.Arguments.Count == other.Arguments.Count && HaveSameOrder(one.Order, other.Order),
        (TypedWindow one, TypedWindow other) => one.PartitionBy.Count == other.PartitionBy.Count && HaveSameOrder(one.OrderBy, other.OrderBy) && AreSame(one.Frame, other.Frame),
        _ => ReferenceEquals(ExpressionMapper.PlanOf(left), ExpressionMapper.PlanOf(right)),
    };

    private static bool HaveSameOrder(IReadOnlyList<TypedSort> left, IReadOnlyList<TypedSort> right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (left[i].Descending != right[i].Descending || left[i].NullsFirst != right[i].NullsFirst)
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }

    private bool AreSame(TypedFrame? left, TypedFrame? right) => left is null || right is null
        ? left is null && right is null
        : left.Rows == right.Rows && left.StartKind == right.StartKind && left.EndKind == right.EndKind && Equals(left.Start, right.Start) && Equals(left.End, right.End);

    private bool AreSame(IReadOnlyList<TypedExpression> left, IReadOnlyList<TypedExpression> right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (!Equals(left[i], right[i]))
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }
}
