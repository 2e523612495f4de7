using Ingot.SparkSql.Functions;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Resolves OVER.</summary>
internal sealed class WindowAnalyzer(ExpressionAnalyzer expressions, IReadOnlyList<NamedWindow> windows)
{
    private static readonly HashSet<string> NeedOrder = ["rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "row_number", "lead", "lag", "nth_value"];

    private static readonly HashSet<string> NoOrder = ["median", "percentile", "percentile_cont", "percentile_disc", "mode"];

    private static readonly HashSet<string> OwnFrame = ["rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "row_number", "lead", "lag"];

    public TypedWindow Analyze(CallExpression call, TypedAggregate function)
    {
        var window = Find(call.Over!);
        if (function.Distinct)
        {
            throw new SparkSqlException("DISTINCT in a window function is not supported by Spark.", call.Place);
        }

        var isWindowFunction = FunctionTable.Find(call.Name)!.Kind == FunctionKind.Window;
        if (function.Filter is not null && isWindowFunction)
        {
            throw new SparkSqlException("A window function takes no FILTER.", call.Place);
        }

        var partition = window.PartitionBy.Select(expressions.Analyze).ToList();
        var order = window.OrderBy.Select(item => new TypedSort(expressions.Analyze(item.Value), item.Descending, item.PutsNullsFirst)).ToList();
        if (order.Count == 0 && NeedOrder.Contains(function.Function))
        {
            throw new SparkSqlException($"The window of '{call.Name}' needs ORDER BY.", call.Over!.Place);
        }

        if (NoOrder.Contains(function.Function) && (order.Count > 0 || window.Frame is not null))
        {
            throw new SparkSqlException($"The window of '{call.Name}' takes no ORDER BY and no frame.", call.Over!.Place);
        }

        var frame = window.Frame is null ? null : AnalyzeFrame(window.Frame, order);
        if (frame is not null && OwnFrame.Contains(function.Function) && !IsOwnFrame(function, frame))
        {
            throw new SparkSqlException($"The window function '{call.Name}' takes no frame.", window.Frame!.Place);
        }

        return new TypedWindow(call.Place, function, partition, order, frame);
    }

    private static bool IsOwnFrame(TypedAggregate function, TypedFrame frame) =>
        function.Function is not ("lead" or "lag") && frame is { Rows: true, StartKind: FrameBoundKind.UnboundedPreceding, EndKind: FrameBoundKind.CurrentRow };

    private WindowSpecification Find(WindowSpecification window)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (window.Name is { } name)
        {
            var found = windows.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (found is null || !seen.Add(name))
            {
                throw new SparkSqlException($"There is no window '{name}'.{Nearest.Sentence(name, windows.Select(candidate => candidate.Name))}", window.Place);
            }

            if (windows.Count(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) > 1)
            {
                throw new SparkSqlException($"WINDOW gives the name '{name}' twice.", found.Place);
            }

            window = found.Window;
        }

        return window;
    }

    private TypedFrame AnalyzeFrame(WindowFrame frame, List<TypedSort> order)
    {
        if (!frame.Rows && order.Count == 0 && (frame.Start.Offset is not null || frame.End.Offset is not null))
        {
            throw new SparkSqlException("A RANGE frame needs ORDER BY.", frame.Place);
        }

        if (!frame.Rows && order.Count > 1 && (frame.Start.Offset is not null || frame.End.Offset is not null))
        {
            throw new SparkSqlException("A RANGE frame with a distance needs an ORDER BY of one item.", frame.Place);
        }

        if (frame.Start.Kind > frame.End.Kind || frame.Start.Kind == FrameBoundKind.UnboundedFollowing || frame.End.Kind == FrameBoundKind.UnboundedPreceding)
        {
            throw new SparkSqlException("The frame ends before it starts.", frame.Place);
        }

        return new TypedFrame(frame.Rows, frame.Start.Kind, Offset(frame, frame.Start, order), frame.End.Kind, Offset(frame, frame.End, order));
    }

    private TypedExpression? Offset(WindowFrame frame, FrameBound bound, List<TypedSort> order)
    {
        if (bound.Offset is null)
        {
            return null;
        }

        var offset = expressions.Analyze(bound.Offset);
        if (ExpressionMapper.Parts(offset).Any(part => part is TypedColumn))
        {
            throw new SparkSqlException("The distance of a frame must be a constant.", bound.Offset.Place);
        }

        if (frame.Rows)
        {
            return offset.Type is IntegralType { Bits: <= 32 } ? offset : throw new SparkSqlException("The distance of a ROWS frame must be an int.", bound.Offset.Place);
        }

        var type = order[0].Value.Type;
        if (type is NumericType && offset.Type is NumericType)
        {
            return offset.Type == type || TypeRules.CanStoreAssign(offset.Type, type) ? Coercion.Cast(offset, type) : offset;
        }

        return (type, offset.Type) switch
        {
            (DateType, IntegralType) => offset,
            (DateType or TimestampType, YearMonthIntervalType or DayTimeIntervalType) => offset,
            _ => throw new SparkSqlException($"A RANGE frame over {type.Name} does not take a distance of {offset.Type.Name}.", bound.Offset.Place),
        };
    }
}
