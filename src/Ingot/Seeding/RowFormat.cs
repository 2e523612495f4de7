namespace Ingot.Seeding;

/// <summary>How rows are written for the server.</summary>
internal enum RowFormat
{
    /// <summary>Lines of LOAD DATA LOCAL INFILE: fields parted by tabs, backslash escapes, \N for NULL.</summary>
    LoadData,

    /// <summary>Row values of an INSERT statement, parted by commas.</summary>
    Insert,
}
