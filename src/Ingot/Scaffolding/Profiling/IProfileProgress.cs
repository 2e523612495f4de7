using Ingot.MySql;

namespace Ingot.Scaffolding.Profiling;

/// <summary>Hears of the progress of a profile, from several threads.</summary>
public interface IProfileProgress
{
    /// <summary>A table is done.</summary>
    /// <param name="table">The table.</param>
    /// <param name="profile">Its profile, or null when it could not be read.</param>
    /// <param name="reason">Why it could not be read, or null.</param>
    void TableProfiled(TableSchema table, TableProfile? profile, string? reason);
}
