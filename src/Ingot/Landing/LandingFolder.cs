using System.Text;
using DuckDB.NET.Data;
using Ingot.Engines.DuckDb;
using Ingot.Lakes;

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
    public LandingTable Table(string schema, string table) =>
        new(schema, table, Path.Combine(Root, TableFolderName.Encode(schema), TableFolderName.Encode(table)));

    /// <summary>Lists the tables that have a folder, sorted.</summary>
    /// <returns>The tables.</returns>
    public IReadOnlyList<LandingTable> ListTables()
    {
        if (!Directory.Exists(Root))
        {
            return [];
        }

        return [.. from schema in Visible(Directory.EnumerateDirectories(Root))
                   from table in Visible(Directory.EnumerateDirectories(schema))
                   select new LandingTable(TableFolderName.Decode(Path.GetFileName(schema)), TableFolderName.Decode(Path.GetFileName(table)), table)];
    }

    /// <summary>Lists the published Parquet files of a table: full load files in the order of their counter, then change files in the order of their names. Hidden folders are left out.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The files; empty when the folder is not there.</returns>
    public static IReadOnlyList<LandingFile> ListFiles(LandingTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var folder = new DirectoryInfo(table.Folder);
        if (!folder.Exists)
        {
            return [];
        }

        return [.. folder.EnumerateFiles("*.parquet", SearchOption.AllDirectories)
            .Select(file => new LandingFile(file.FullName, Path.GetRelativePath(table.Folder, file.FullName).Replace('\\', '/'), file.Length, file.LastWriteTimeUtc))
            .Where(file => !file.Name.Split('/').Any(part => part[0] is '.' or '_'))
            .OrderByDescending(file => file.IsLoad)
            .ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads the key-value metadata of a file.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="file">The file.</param>
    /// <returns>The metadata; all null for a file of another writer.</returns>
    /// <exception cref="PipelineException">The file is cut or not Parquet.</exception>
    public static LandingFileMetadata ReadMetadata(DuckDBConnection connection, LandingFile file)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(file);
        var entries = Query(connection, file, $"SELECT key, value FROM parquet_kv_metadata({DuckDbDatabase.QuoteFile(file.Path)})", reader =>
        {
            var result = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read())
            {
                result[ReadText(reader, 0)] = ReadText(reader, 1);
            }

            return result;
        });
        return LandingFileMetadata.Parse(entries);
    }

    /// <summary>Finds the newest complete load of a table among the files in landing.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="table">The table.</param>
    /// <returns>The load, or null.</returns>
    /// <exception cref="PipelineException">A file is cut or not Parquet.</exception>
    public static LandingLoad? FindCompleteLoad(DuckDBConnection connection, LandingTable table)
    {
        var loads = ListFiles(table).Where(file => file.IsLoad)
            .Select(file => (File: file, Metadata: ReadMetadata(connection, file)))
            .Where(entry => entry.Metadata is { IsOurs: true, LoadFiles: not null, LoadRows: not null, PositionJson: not null })
            .GroupBy(entry => entry.Metadata.LoadId!)
            .OrderByDescending(load => load.Key, StringComparer.Ordinal);
        foreach (var load in loads)
        {
            var files = load.Select(entry => entry.File).ToList();
            var metadata = load.First().Metadata;
            if (files.Count == metadata.LoadFiles && files.Sum(file => CountRows(connection, file)) == metadata.LoadRows)
            {
                return new LandingLoad(load.Key, files, metadata.LoadRows.Value, metadata.PositionJson!);
            }
        }

        return null;
    }

    /// <summary>Counts the rows of a file by its footer.</summary>
    /// <param name="connection">A DuckDB connection.</param>
    /// <param name="file">The file.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="PipelineException">The file is cut or not Parquet.</exception>
    public static long CountRows(DuckDBConnection connection, LandingFile file)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(file);
        return Query(connection, file, $"SELECT num_rows FROM parquet_file_metadata({DuckDbDatabase.QuoteFile(file.Path)})", reader => reader.Read() ? reader.GetInt64(0) : 0);
    }

    private static T Query<T>(DuckDBConnection connection, LandingFile file, string sql, Func<DuckDBDataReader, T> read)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            return read(reader);
        }
        catch (DuckDBException cause)
        {
            throw new PipelineException("INGOT2021", $"The landing file {file.Path} is cut or not Parquet: {cause.Message}", "Remove the file; a full load writes its files anew.", cause);
        }
    }

    private static string ReadText(DuckDBDataReader reader, int ordinal)
    {
        using var stream = reader.GetStream(ordinal);
        using var text = new StreamReader(stream, Encoding.UTF8);
        return text.ReadToEnd();
    }

    private static IEnumerable<string> Visible(IEnumerable<string> folders) =>
        folders.Where(folder => Path.GetFileName(folder)[0] is not ('.' or '_')).OrderBy(folder => folder, StringComparer.Ordinal);
}
