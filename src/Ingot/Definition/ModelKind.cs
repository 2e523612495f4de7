namespace Ingot.Definition;

/// <summary>How a model's result becomes its table.</summary>
public enum ModelKind
{
    /// <summary>The whole table is computed anew from the current state of its inputs.</summary>
    Table,

    /// <summary>Row-wise over one driving table, keyed: one row for each key of the driving table's current state.</summary>
    Current,
}
