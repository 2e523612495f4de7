namespace Ingot.Seeding;

/// <summary>Makes the rows of one table in blocks, each from its number alone. Immutable, so any number of threads may use it.</summary>
internal interface ITableGenerator
{
    /// <summary>The table's name.</summary>
    string Table { get; }

    /// <summary>The columns in the order in which they are written.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The rows of all blocks.</summary>
    long Rows { get; }

    /// <summary>The number of blocks.</summary>
    int Blocks { get; }

    /// <summary>Writes the rows of a block in the order of the key.</summary>
    void WriteBlock(int block, RowWriter writer);
}
