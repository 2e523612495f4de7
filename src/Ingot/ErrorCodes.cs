namespace Ingot;

/// <summary>
/// Every code that an error of Ingot carries, of all its libraries. <c>docs/reference/errors.md</c> is written from this table, and a test holds the
/// code, the table and the page together.
/// </summary>
public static class ErrorCodes
{
    /// <summary>All codes, in order.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
    [
        // 1xxx: the definition of a pipeline.
        new("INGOT1001", "No pipeline there", "The folder has no `ingot.yaml`, or is not a folder. Name another with `--pipeline`."),
        new("INGOT1002", "A file is not UTF-8 text", "A definition file has bytes that are not UTF-8, or control characters. Save it as UTF-8."),
        new("INGOT1003", "YAML syntax", "`ingot.yaml` or a front matter is not YAML. A tab as indentation is the usual cause; YAML wants spaces."),
        new("INGOT1004", "YAML that definitions do not use", "Anchors, aliases, tags, several documents in a file and very deep nesting are refused."),
        new("INGOT1005", "Unknown key", "A key that Ingot does not know stands in `ingot.yaml` or a front matter. The message names the nearest."),
        new("INGOT1006", "Duplicate key", "A key stands twice in one mapping. Keep one."),
        new("INGOT1007", "Missing key", "A key that has no default is missing."),
        new("INGOT1008", "Wrong type of value", "A value is of another type than the key takes, such as a list where a text is expected."),
        new("INGOT1009", "Value not allowed", "A value is of the right type, but not one that the key takes."),
        new("INGOT1010", "Version not supported", "The definition's `version` is newer than this Ingot knows. Upgrade Ingot."),
        new("INGOT1011", "Environment variable not set", "A value names an environment variable that is not set."),
        new("INGOT1012", "Secret in the definition", "The source's URL has a password in the file. Name an environment variable instead, or set INGOT_SOURCE_PASSWORD."),
        new("INGOT1013", "Unknown environment", "The environment that was asked for is not one of the pipeline's. The message names the nearest."),
        new("INGOT1014", "Not a table's name", "A table of the source is written `schema.table`, with back-ticks around a part that has a dot."),
        new("INGOT1015", "Two of one name", "Two tables or two models have one name, perhaps in different case. Rename one, a table with `as`."),
        new("INGOT1016", "Reserved name", "The name is one that Ingot uses itself."),
        new("INGOT1017", "A file cannot be read", "The file system refused to read a definition file, or it is too large for one."),
        new("INGOT1020", "Name or place of a model file", "A model is a file `silver/NAME.sql` or `gold/NAME.sql`; NAME has letters, digits and underscores."),
        new("INGOT1021", "Kind of model not there yet", "`history` and `append` come with a later version."),
        new("INGOT1022", "Front matter not closed", "The comment that starts with `/* ---` does not end with `--- */`."),
        new("INGOT1023", "SQL syntax", "A model, or the check of an expectation, is not Spark SQL that Ingot reads."),
        new("INGOT1024", "Unknown table", "A model reads a table that the pipeline does not have. The message names the nearest."),
        new("INGOT1025", "Layer not readable from here", "Silver reads bronze and silver; gold reads bronze, silver and gold."),
        new("INGOT1026", "Cycle", "Models read each other in a circle, or a model reads itself. The message names the whole circle."),
        new("INGOT1030", "SQL does not fit its tables", "A column is unknown or ambiguous, or a type does not fit."),
        new("INGOT1031", "Not proven equal on both engines", "The embedded engine is not proven to answer this as Spark does, so it is refused rather than guessed."),
        new("INGOT1032", "Check of an expectation", "The check is not a condition (TRUE or FALSE) over the columns of the model."),
        new("INGOT1033", "Key column missing", "A column of the `key` is not among the columns of the model."),
        new("INGOT1034", "Not a current model", "A model of kind `current` is row-wise over one driving table and keeps its key. Use kind `table`."),
        new("INGOT1040", "Unknown model", "A model that was named on the command line is not one of the pipeline's. The message names the nearest."),
        new("INGOT1090", "Wrong use of a command", "A command, option or argument is unknown, missing or wrong. The message names the nearest; `--help` shows all."),

        // 2xxx: a run over the lake.
        new("INGOT2000", "Unexpected error", "An error that Ingot did not foresee. Run again with `--verbose` and report what it prints."),
        new("INGOT2001", "Lake not on disk", "The environment's lake is not a folder of this machine. Choose another environment or give `--lake DIR`."),
        new("INGOT2002", "Not a lake", "The folder holds something that is not a lake. Nothing in it was touched."),
        new("INGOT2003", "Lake not writable", "The lake's folder cannot be made or written."),
        new("INGOT2004", "No lake there", "The command reads a lake, and there is none yet."),
        new("INGOT2005", "Lake of a newer format", "A newer Ingot made the lake. Use that one."),
        new("INGOT2006", "Lake format unreadable", "`_ingot/format` is not what Ingot writes."),
        new("INGOT2007", "Lake in use", "Another process writes the lake; the message says which, by whom and since when."),
        new("INGOT2010", "Type not queryable", "A column has a type that SQL here does not have."),
        new("INGOT2011", "Changes without a key", "Updates and deletes can only be applied by a key, and the table has none."),
        new("INGOT2012", "Table not committed", "Another writer of the table was faster each time."),
        new("INGOT2013", "Expectations failed", "Rows do not meet an expectation with `else: fail`, or the key. The table keeps its last good version."),
        new("INGOT2014", "Input not there yet", "A model reads a table that the lake does not have yet."),
        new("INGOT2015", "Nothing to verify by that name", "Tables of bronze and models of kind `current` can be verified. The message names the nearest."),
        new("INGOT2020", "Stranger in landing", "A file of landing has a name that neither Ingot nor DMS writes."),
        new("INGOT2021", "Landing file unreadable", "A file of landing is cut, or is not Parquet."),
        new("INGOT2022", "Row counts differ", "A load has other rows in landing than the server counted in the same snapshot."),
        new("INGOT2023", "Changes without order", "A change file has no `change_seq`."),
        new("INGOT2024", "Landing file does not fit", "A column of a landing file has a type that the bronze table cannot hold."),
        new("INGOT2025", "Landing file not taken", "The disk refused the link or copy into bronze."),
        new("INGOT2026", "Bronze file differs", "A file in bronze has other rows than the one in landing."),
        new("INGOT2030", "Unknown table of the lake", "The lake has no such table, or two layers have it. The message names the nearest."),
        new("INGOT2031", "Output file cannot be written", "The file system refused the file of `--output`."),
        new("INGOT2041", "Disk full", "The disk of landing has too little space for the load. Free some, or choose a lake on another disk."),
        new("INGOT2042", "Landing not writable", "The file system refused a file of landing."),

        new("INGOT2099", "Cancelled", "The command was cancelled. What was committed stays; run it again to go on."),
        new("INGOT2101", "No private server here", "The MariaDB server program is missing, or the system is not Linux. Install it, or name a server with `--source`."),
        new("INGOT2102", "Private server does not start", "The private MariaDB server did not come up. The message has the last lines of its log."),
        new("INGOT2103", "Private server busy", "Another command is starting or stopping the private server, or something else holds its lock."),
        new("INGOT2104", "Private server of another user", "This user may not write the folder of the private server. Run as the user who made it, or remove it."),
        new("INGOT2111", "Database of others", "`ingot seed` writes only into a database that is empty or its own, and this one has tables that Ingot did not make."),
        new("INGOT2112", "Database not seeded", "`ingot seed --changes` needs a database that `ingot seed` has filled."),
        new("INGOT2113", "Seed failed on the server", "The server refused or lost a statement of the seed. Check the server and the rights of the account."),
        new("INGOT2114", "Seed under way", "Another `ingot seed` writes to the same database."),
        new("INGOT2300", "Differences found", "The lake and the source differ. `ingot verify` shows where."),
        new("INGOT2301", "Type that verify cannot compare", "A column of the source has a type without a canonical form."),
        new("INGOT2302", "Row too large to compare", "The text of a row exceeds the server's `max_allowed_packet`. Raise it on the server."),
        new("INGOT2303", "Column missing in bronze", "The source's table has a column that bronze lacks, or the key names one that the table lacks. Load the table again."),

        // 3xxx: MySQL.
        new("INGOT3001", "Source URL", "A part of the source's URL is wrong."),
        new("INGOT3002", "No server", "No server answers at the host and port."),
        new("INGOT3003", "Access denied", "The server refuses the account or its password."),
        new("INGOT3004", "Unknown database", "The database does not exist, or the account does not see it."),
        new("INGOT3005", "TLS", "TLS was asked for and cannot be had, or the certificate is not trusted."),
        new("INGOT3006", "Connection lost", "The server ended the connection. Nothing of the load was kept; run again."),
        new("INGOT3007", "Protocol", "The server sent bytes that are not the protocol: it may be another kind of server."),
        new("INGOT3008", "Unknown table in the source", "A table of the definition does not exist in the source."),
        new("INGOT3009", "Statement refused", "The server answers a statement with an error; the message is its own."),
        new("INGOT3010", "Missing right", "The account lacks a right; the message has the GRANT that gives it."),
        new("INGOT3011", "Authentication method", "The account's authentication plugin is not supported."),
        new("INGOT3012", "Value refused", "A value cannot be carried without loss, so it is refused rather than changed."),
        new("INGOT3013", "Column type not known", "A column has a type that Ingot does not know."),
        new("INGOT3014", "Table changed while read", "A table was dropped or altered while it was read. Run again."),
        new("INGOT3015", "No common snapshot", "The connections could not be brought to one snapshot of the source. Run again when fewer writes go on."),

        // 4xxx: Delta.
        new("INGOT4001", "Not a Delta table", "The folder has no Delta log."),
        new("INGOT4002", "Version not available", "The version is newer than the newest, or older than what the log still holds."),
        new("INGOT4003", "Corrupt Delta log", "A commit is torn or missing, or the log has no protocol or metadata."),
        new("INGOT4004", "Feature not supported", "The table uses a feature of Delta that Ingot does not read or write; the message names it."),
        new("INGOT4005", "Parquet file unreadable", "A data file or checkpoint is missing, cut or not Parquet."),
        new("INGOT4006", "Write refused by the table", "The table's own rules forbid the write: append-only, NOT NULL, or a missing partition value."),
        new("INGOT4007", "Storage failed", "The storage did not answer or refused; the same call may succeed later."),
        new("INGOT4008", "Not valid in Delta", "A schema, a partition value or a table property is not valid."),

        // 5xxx: the engine.
        new("INGOT5001", "The engine failed", "DuckDB could not compute a model or query; the message is its own."),
        new("INGOT5002", "Column type not for a table", "A model's column has a type that a Delta table cannot hold."),
        new("INGOT5003", "SQL refused", "The SQL is not Spark SQL, does not fit its tables, or is not proven to give the same answer on both engines."),
        new("INGOT5901", "Function refused", "DuckDB refused a function of Ingot's. It is a defect; report it."),
    ];
}
