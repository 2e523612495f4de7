using Ingot.MySql;

namespace Ingot.Verification.Canonical;

/// <summary>The canonical bytes of several columns together, on the server and over the lake.</summary>
internal sealed class RowForm
{
    private readonly CanonicalForm[] _columns;

    /// <summary>Makes the form of some columns, in this order.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="options">What the forms depend on.</param>
    public RowForm(IEnumerable<ColumnSchema> columns, FormOptions options)
    {
        _columns = [.. columns.Select(column => CanonicalForms.For(column, options))];
        ServerBytes = OnServer([.. _columns.Select(column => column.ServerExpression)]);
        ServerHash = RowHash.OnServer([.. _columns.Select(column => column.ServerExpression)]);
        QuickServerHash = RowHash.OnServer([.. _columns.Select(column => column.QuickServerExpression)]);
        var forms = string.Concat(_columns.Select(column => column.LakeForm.Code));
        LakeArguments = $"('{forms}',{string.Join(',', _columns.Select(column => column.LakeExpression))})";
    }

    /// <summary>The bytes on the server.</summary>
    public string ServerBytes { get; }

    /// <summary>The <see cref="RowHash"/> on the server.</summary>
    public string ServerHash { get; }

    /// <summary>The hash on the server, cheaper: the same, or of bytes that no row of the lake has.</summary>
    public string QuickServerHash { get; }

    /// <summary>The arguments, with parentheses, for a function of <see cref="LakeFunctions"/>.</summary>
    public string LakeArguments { get; }

    /// <summary>The <see cref="RowHash"/> in DuckDB, as UBIGINT.</summary>
    public string LakeHash => $"{LakeFunctions.RowHash}{LakeArguments}::UBIGINT";

    /// <summary>The bytes in DuckDB.</summary>
    public string LakeRowBytes => LakeFunctions.RowBytes + LakeArguments;

    /// <summary>The bytes of each column by itself, on the server and in DuckDB, whole or only the beginning.</summary>
    /// <param name="excerpts">Whether a long value's beginning is enough.</param>
    /// <returns>A pair a column.</returns>
    public IEnumerable<(string Server, string Lake)> EachColumn(bool excerpts) => _columns.Select(column => excerpts
        ? (OnServer(column.ServerExcerpt), $"{LakeFunctions.RowBytes}('{column.ExcerptForm.Code}',{column.LakeExcerpt})")
        : (OnServer(column.ServerExpression), $"{LakeFunctions.RowBytes}('{column.LakeForm.Code}',{column.LakeExpression})"));

    /// <summary>Also around one expression: HEX() of a number would be the number in base 16.</summary>
    private static string OnServer(params string[] expressions) => $"CONCAT_WS({CanonicalForms.ServerSeparator},{string.Join(',', expressions)})";
}
