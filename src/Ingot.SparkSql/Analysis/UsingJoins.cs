using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Joins with USING and NATURAL: the key columns show once.</summary>
internal sealed class UsingJoins(AnalysisContext context)
{
    public Plan Join(JoinRelation join, Plan left, Plan right)
    {
        var names = join.Natural
            ? [.. left.Output.Where(attribute => !attribute.Hidden && right.Output.Any(other => !other.Hidden && Same(other.Name, attribute.Name))).Select(attribute => attribute.Name)]
            : join.Using;
        var leftKeys = names.Select(name => Find(left, name, join.Place)).ToList();
        var rightKeys = names.Select(name => Find(right, name, join.Place)).ToList();
        TypedExpression? condition = null;
        foreach (var (one, other) in leftKeys.Zip(rightKeys))
        {
            var equal = Operators.Compare("=", new TypedColumn(join.Place, one), new TypedColumn(join.Place, other), join.Place);
            condition = condition is null ? equal : Operators.Logical("and", condition, equal, join.Place);
        }

        var kind = join.Kind;
        if (condition is null && kind is not (JoinKind.Inner or JoinKind.Cross))
        {
            condition = new TypedLiteral(join.Place, SparkType.Boolean, true);
        }

        if (kind is JoinKind.LeftSemi or JoinKind.LeftAnti)
        {
            return new JoinPlan(kind, left, right, condition, false) { Output = left.Output };
        }

        var leftOutput = left.Output.Select(attribute => kind is JoinKind.Right or JoinKind.Full ? attribute with { Nullable = true } : attribute).ToList();
        var rightOutput = right.Output.Select(attribute => kind is JoinKind.Left or JoinKind.Full ? attribute with { Nullable = true } : attribute).ToList();
        var plan = new JoinPlan(kind, left, right, condition, false) { Output = [.. leftOutput, .. rightOutput] };

        // The keys come first: the left side's, of a right join the right side's, of a full join whichever is there.
        var expressions = new List<TypedExpression>();
        var output = new List<Attribute>();
        for (var i = 0; i < leftKeys.Count; i++)
        {
            var (one, other) = ((TypedExpression)new TypedColumn(join.Place, leftKeys[i]), (TypedExpression)new TypedColumn(join.Place, rightKeys[i]));
            if (kind == JoinKind.Full)
            {
                var values = Coercion.ToCommon([one, other], "USING", join.Place);
                expressions.Add(new TypedCall(join.Place, "coalesce", values, values[0].Type, true));
                output.Add(context.NewAttribute(leftKeys[i].Name, values[0].Type, true, join.Place));
            }
            else
            {
                var key = kind == JoinKind.Right ? rightKeys[i] : leftKeys[i];
                expressions.Add(new TypedColumn(join.Place, key));
                output.Add(key);
            }
        }

        var shown = output.Select(attribute => attribute.Id).ToHashSet();
        var keys = leftKeys.Concat(rightKeys).Select(attribute => attribute.Id).ToHashSet();
        foreach (var attribute in leftOutput.Concat(rightOutput).Where(attribute => !shown.Contains(attribute.Id)))
        {
            expressions.Add(new TypedColumn(join.Place, attribute));
            output.Add(keys.Contains(attribute.Id) ? attribute with { Hidden = true } : attribute);
        }

        return new ProjectPlan(plan, expressions) { Output = output };
    }

    private static Attribute Find(Plan plan, string name, Place place)
    {
        var found = plan.Output.Where(attribute => !attribute.Hidden && Same(attribute.Name, name)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new SparkSqlException($"USING names '{name}', which is not on both sides.{Nearest.Sentence(name, plan.Output.Select(attribute => attribute.Name))}", place),
            _ => throw new SparkSqlException($"USING names '{name}', which is ambiguous.", place),
        };
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
