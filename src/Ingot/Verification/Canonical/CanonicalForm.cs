namespace Ingot.Verification.Canonical;

/// <summary>How the values of a column become the same bytes on the server and over the lake.</summary>
/// <param name="ServerExpression">The expression on the server; never NULL.</param>
/// <param name="QuickServerExpression">A cheaper expression that gives the same bytes, or bytes that no value of the lake has.</param>
/// <param name="LakeExpression">The column in DuckDB.</param>
/// <param name="LakeForm">How the value of <paramref name="LakeExpression"/> is written.</param>
/// <param name="ServerExcerpt">The expression on the server for a person to read: the value's beginning where it can be long.</param>
/// <param name="LakeExcerpt">The same in DuckDB.</param>
/// <param name="ExcerptForm">How the value of <paramref name="LakeExcerpt"/> is written.</param>
internal sealed record CanonicalForm(
    string ServerExpression,
    string QuickServerExpression,
    string LakeExpression,
    LakeForm LakeForm,
    string ServerExcerpt,
    string LakeExcerpt,
    LakeForm ExcerptForm);
