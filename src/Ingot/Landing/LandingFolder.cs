using DuckDB.NET.Data;

namespace Ingot.Landing;

/// <summary>The landing area of a lake on disk: <c>&lt;root&gt;/&lt;schema&gt;/&lt;table&gt;/LOAD00000001.parquet</c>. Thread-safe.</summary>
public sealed class LandingFolder
{
    /// <summary>Names a landing folder; it need not exist.</summary>
    /// <param name="root">The absolute path of <c>&lt;lake&gt;/landing</c>.</param>
    public LandingFolder(string root) => Root = root;

    /// <summary>The absolute path.</summary>
    public string Root { get; }

    /// <summary>The folder of a table, also of one that is not there yet.</summary>
    /// <param name="schema">The database.</param>
    /// <param name="table">The table.</param>
    /// <returns>The table's folder.</returns>
    public LandingTable Table(string schema, string table) => throw new NotImplementedException();

    /// <summary>Lists the tables that have a folder, sorted.</summary>
    /// <returns>The tables.</returns>
    public IReadOnlyList<LandingTable> ListTables() => throw new NotImplementedException();

    /// <summary>Lists the published Parquet files of a table: full load files in the order of their counter, then change files in the order of their names. Hidden folders and <c>awsdms_*</c> are left out.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The files; empty when the folder is not there.</returns>
    public IReadOnlyList<LandingFile> ListFiles(LandingTable table) => throw new NotImplementedException();

    /// <summary>Reads the key-value metadata of a file.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="file">The file.</param>
    /// <returns>The metadata; all null for a file of another writer.</returns>
    /// <exception cref="PipelineException">The file is cut or not Parquet.</exception>
    public static LandingFileMetadata ReadMetadata(DuckDBConnection connection, LandingFile file) => throw new NotImplementedException();

    /// <summary>Finds the newest complete load of a table among the files in landing.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="table">The table.</param>
    /// <returns>The load, or null.</returns>
    public LandingLoad? FindCompleteLoad(DuckDBConnection connection, LandingTable table) => throw new NotImplementedException();
}
