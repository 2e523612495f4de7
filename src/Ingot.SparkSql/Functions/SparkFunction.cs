using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Functions;

internal enum FunctionKind
{
    Scalar,
    Aggregate,

    /// <summary>Only with OVER.</summary>
    Window,

    /// <summary>Gives rows: alone in a select list, LATERAL VIEW, or FROM.</summary>
    Generator,
}

internal enum NullRule
{
    /// <summary>Null when an argument is.</summary>
    Propagate,
    Never,
    Maybe,
}

/// <summary>A function of Spark: its parameters and the type of its result.</summary>
internal sealed record SparkFunction(
    string Name, FunctionKind Kind, IReadOnlyList<ParameterType> Parameters, int Required, bool Variadic, Func<IReadOnlyList<TypedExpression>, SparkType> Result)
{
    public NullRule Nulls { get; init; } = NullRule.Propagate;

    /// <summary>Casts that the parameters' types alone do not tell; runs before them.</summary>
    public Func<IReadOnlyList<TypedExpression>, Place, IReadOnlyList<TypedExpression>>? Prepare { get; init; }

    /// <summary>Stands for other functions: gives the expression in their terms.</summary>
    public Func<IReadOnlyList<TypedExpression>, Place, TypedExpression>? Replace { get; init; }

    /// <summary>Whether the arguments are what the analyzer alone can handle (lambdas).</summary>
    public bool TakesLambdas { get; init; }

    /// <summary>The names of the parameters, for arguments by name.</summary>
    public IReadOnlyList<string> ParameterNames { get; init; } = [];

    public int Most => Variadic ? int.MaxValue : Parameters.Count;

    /// <summary>Reads a signature: types with commas between them, ? after what may be left out, ... after what repeats.</summary>
    public static SparkFunction Read(FunctionKind kind, string name, string signature, Func<IReadOnlyList<TypedExpression>, SparkType> result)
    {
        var texts = signature.Length == 0 ? [] : signature.Split(", ");
        var parameters = texts.Select(text => ParameterType.Parse(text.TrimEnd('?', '.'))).ToList();
        var required = texts.Count(text => !text.EndsWith('?') && !text.EndsWith("...", StringComparison.Ordinal));
        return new SparkFunction(name, kind, parameters, required, texts.Length > 0 && texts[^1].EndsWith("...", StringComparison.Ordinal), result);
    }
}
