using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Gives a plan's columns other types.</summary>
internal static class PlanCasts
{
    /// <summary>The plan with its columns cast; itself when they have the types.</summary>
    public static Plan Cast(AnalysisContext context, Plan plan, IReadOnlyList<SparkType> types)
    {
        if (plan.Output.Zip(types).All(pair => pair.First.Type == pair.Second))
        {
            return plan;
        }

        var expressions = plan.Output.Zip(types, (attribute, type) => Coercion.Cast(new TypedColumn(attribute.Place, attribute), type)).ToList();
        return new ProjectPlan(plan, expressions)
        {
            Output = [.. plan.Output.Zip(types, (attribute, type) => attribute.Type == type ? attribute : attribute with { Id = context.NewId(), Type = type })],
        };
    }
}
