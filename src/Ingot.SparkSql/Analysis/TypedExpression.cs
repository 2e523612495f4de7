using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>An expression with its type. Implicit casts are explicit in it.</summary>
internal abstract record TypedExpression(Place Place, SparkType Type, bool Nullable)
{
    public virtual IReadOnlyList<TypedExpression> Children => [];
}

/// <summary>A column of a plan node. Its id is unique in the analysis.</summary>
internal sealed record Attribute(int Id, string Name, SparkType Type, bool Nullable, Place Place)
{
    /// <summary>The names that qualify it: the last parts of the table's name, or the alias.</summary>
    public IReadOnlyList<string> Qualifier { get; init; } = [];

    /// <summary>Not found by a star or an unqualified name: a USING column of the side that does not show.</summary>
    public bool Hidden { get; init; }
}

internal sealed record TypedLiteral(Place Place, SparkType Type, object? Value) : TypedExpression(Place, Type, Value is null);

internal sealed record TypedColumn(Place Place, Attribute Attribute, bool Outer = false) : TypedExpression(Place, Attribute.Type, Attribute.Nullable);

internal sealed record TypedLambdaVariable(Place Place, SparkType Type, string Name) : TypedExpression(Place, Type, true);

internal sealed record TypedLambda(Place Place, IReadOnlyList<TypedLambdaVariable> Parameters, TypedExpression Body) : TypedExpression(Place, Body.Type, Body.Nullable)
{
    public override IReadOnlyList<TypedExpression> Children => [Body];
}

/// <summary>A scalar function or operator, by the name of its entry in the table of functions.</summary>
internal sealed record TypedCall(Place Place, string Function, IReadOnlyList<TypedExpression> Arguments, SparkType Type, bool Nullable) : TypedExpression(Place, Type, Nullable)
{
    public override IReadOnlyList<TypedExpression> Children => Arguments;
}

internal sealed record TypedCast(Place Place, TypedExpression Operand, SparkType Type, bool Try) : TypedExpression(Place, Type, Operand.Nullable || Try)
{
    public override IReadOnlyList<TypedExpression> Children => [Operand];
}

internal sealed record TypedCase(Place Place, IReadOnlyList<(TypedExpression When, TypedExpression Then)> Branches, TypedExpression? Else, SparkType Type)
    : TypedExpression(Place, Type, Else is null || Else.Nullable || Branches.Any(branch => branch.Then.Nullable))
{
    public override IReadOnlyList<TypedExpression> Children => [.. Branches.SelectMany(branch => new[] { branch.When, branch.Then }), .. Else is null ? [] : new[] { Else }];
}

internal sealed record TypedIn(Place Place, TypedExpression Operand, IReadOnlyList<TypedExpression> Items) : TypedExpression(Place, SparkType.Boolean, true)
{
    public override IReadOnlyList<TypedExpression> Children => [Operand, .. Items];
}

internal sealed record TypedInSubquery(Place Place, IReadOnlyList<TypedExpression> Operands, Plan Plan) : TypedExpression(Place, SparkType.Boolean, true)
{
    public override IReadOnlyList<TypedExpression> Children => Operands;
}

internal sealed record TypedExists(Place Place, Plan Plan) : TypedExpression(Place, SparkType.Boolean, false);

internal sealed record TypedSubquery(Place Place, Plan Plan, SparkType Type) : TypedExpression(Place, Type, true);

/// <summary>An aggregate function; in a window when it stands in <see cref="TypedWindow"/>.</summary>
internal sealed record TypedAggregate(
    Place Place, string Function, IReadOnlyList<TypedExpression> Arguments, SparkType Type, bool Nullable, bool Distinct, TypedExpression? Filter, bool IgnoreNulls,
    IReadOnlyList<TypedSort> Order) : TypedExpression(Place, Type, Nullable)
{
    public override IReadOnlyList<TypedExpression> Children => Filter is null && Order.Count == 0 ? Arguments : [.. Arguments, .. Filter is null ? [] : new[] { Filter }, .. Order.Select(item => item.Value)];
}

internal sealed record TypedSort(TypedExpression Value, bool Descending, bool NullsFirst);

internal sealed record TypedFrame(bool Rows, FrameBoundKind StartKind, TypedExpression? Start, FrameBoundKind EndKind, TypedExpression? End);

internal sealed record TypedWindow(
    Place Place, TypedExpression Function, IReadOnlyList<TypedExpression> PartitionBy, IReadOnlyList<TypedSort> OrderBy, TypedFrame? Frame) : TypedExpression(Place, Function.Type, Function.Nullable)
{
    public override IReadOnlyList<TypedExpression> Children => [Function, .. PartitionBy, .. OrderBy.Select(item => item.Value)];
}
