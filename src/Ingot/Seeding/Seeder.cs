using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingot.MySql;
using Ingot.Seeding.Changes;
using MySqlConnector;

namespace Ingot.Seeding;

/// <summary>
/// Makes and fills the database of the demo shop, and plays business on it. It writes only into a database that is empty or Ingot's own, which is one with the table
/// <c>_ingot_seed</c> and no table of others. Not thread-safe; two seeders of one database wait for each other.
/// </summary>
public sealed class Seeder
{
    private const double SmallestScale = 0.001;
    private const double LargestScale = 1000;
    private const int LockTimeoutInSeconds = 30;

    private readonly MySqlSource _source;
    private readonly SeedOptions _options;

    /// <summary>Makes a seeder.</summary>
    /// <param name="source">The server; the database of its URL is ignored.</param>
    /// <param name="options">What is seeded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale or the number of connections is out of its range.</exception>
    public Seeder(MySqlSource source, SeedOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Database);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Scale, SmallestScale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Scale, LargestScale);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Connections, 1);
        _source = source;
        _options = options;
    }

    /// <summary>Reads whose the database is.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The state.</returns>
    /// <exception cref="MySqlSourceException">The server cannot be reached.</exception>
    /// <exception cref="PipelineException">INGOT2113 the server refuses a statement.</exception>
    public Task<SeedState> ReadStateAsync(CancellationToken cancellationToken = default) =>
        WithServerErrorsAsync(async () =>
        {
            var connection = await SeederConnection.OpenAsync(_source, database: null, checks: true, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await SeedMarker.ReadStateAsync(connection, _options.Database, cancellationToken).ConfigureAwait(false);
            }
        });

    /// <summary>Makes the tables anew and fills them. The rows depend on the scale and the random seed alone.</summary>
    /// <param name="progress">Is told as tables fill, from any thread; or null.</param>
    /// <param name="cancellationToken">Cancels; the database is then <see cref="SeedState.Interrupted"/>.</param>
    /// <returns>The rows of each table.</returns>
    /// <exception cref="PipelineException">INGOT2111 the database is <see cref="SeedState.Foreign"/>; INGOT2113 the server refuses a statement.</exception>
    public Task<SeedResult> SeedAsync(IProgress<SeedProgress>? progress = null, CancellationToken cancellationToken = default) =>
        WithServerErrorsAsync(async () =>
        {
            var connection = await SeederConnection.OpenAsync(_source, database: null, checks: false, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await SeedAsync(connection, progress, cancellationToken).ConfigureAwait(false);
            }
        });

    /// <summary>Plays business: inserts, updates and deletes in transactions of varied size. The same state gives the same changes.</summary>
    /// <param name="changes">The number of rows to change.</param>
    /// <param name="cancellationToken">Cancels; transactions that were committed stay.</param>
    /// <returns>What was changed.</returns>
    /// <exception cref="PipelineException">INGOT2112 the database is not <see cref="SeedState.Seeded"/>; INGOT2113 the server refuses a statement.</exception>
    public Task<ChangesResult> PlayChangesAsync(int changes, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(changes);
        return WithServerErrorsAsync(async () =>
        {
            var connection = await SeederConnection.OpenAsync(_source, database: null, checks: true, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await LockAsync(connection, cancellationToken).ConfigureAwait(false);
                var state = await SeedMarker.ReadStateAsync(connection, _options.Database, cancellationToken).ConfigureAwait(false);
                if (state != SeedState.Seeded)
                {
                    throw new PipelineException(
                        "INGOT2112", $"The database {_options.Database} was not seeded by Ingot, so no changes are played on it (it is {Describe(state)}).", "Run `ingot seed` first.");
                }

                await connection.ChangeDatabaseAsync(_options.Database, cancellationToken).ConfigureAwait(false);
                return await new ChangePlayer(connection, _options).PlayAsync(changes, cancellationToken).ConfigureAwait(false);
            }
        });
    }

    private async Task<SeedResult> SeedAsync(MySqlConnection connection, IProgress<SeedProgress>? progress, CancellationToken cancellationToken)
    {
        await LockAsync(connection, cancellationToken).ConfigureAwait(false);
        var state = await SeedMarker.ReadStateAsync(connection, _options.Database, cancellationToken).ConfigureAwait(false);
        if (state == SeedState.Foreign)
        {
            throw new PipelineException(
                "INGOT2111",
                $"The database {_options.Database} has tables that Ingot did not make: it is not seeded.",
                "Seed a server whose database of that name is empty or missing, or use no --source: then a private server is used.");
        }

        await SeederConnection.ExecuteAsync(
            connection, $"CREATE DATABASE IF NOT EXISTS {SeederConnection.Quote(_options.Database)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci", cancellationToken).ConfigureAwait(false);
        await connection.ChangeDatabaseAsync(_options.Database, cancellationToken).ConfigureAwait(false);
        await SeedMarker.CreateAsync(connection, _options, cancellationToken).ConfigureAwait(false);
        foreach (var table in ShopSchema.Tables.Reverse())
        {
            await SeederConnection.ExecuteAsync(connection, $"DROP TABLE IF EXISTS {table}", cancellationToken).ConfigureAwait(false);
        }

        foreach (var statement in ShopSchema.ReadStatements())
        {
            await SeederConnection.ExecuteAsync(connection, statement, cancellationToken).ConfigureAwait(false);
        }

        var generators = BuildGenerators(_options);
        await new TableLoader(_source, _options, progress)
            .LoadAsync(generators, await TakesLocalInfileAsync(connection, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        await SeedMarker.CompleteAsync(connection, cancellationToken).ConfigureAwait(false);
        return new SeedResult(_options.Database, [.. generators.Select(generator => new SeededTable(generator.Table, generator.Rows))]);
    }

    /// <summary>The generators of all tables, parents first.</summary>
    internal static IReadOnlyList<ITableGenerator> BuildGenerators(SeedOptions options)
    {
        var size = new ShopSize(options.Scale);
        var pools = new NamePools(options.RandomSeed);
        return
        [
            new ClientsGenerator(pools, size, options.RandomSeed),
            new ClientAddressesGenerator(pools, size, options.RandomSeed),
            new SalesPeopleGenerator(pools, size, options.RandomSeed),
            new ProductsGenerator(size, options.RandomSeed),
            new SalesGenerator(size, options.RandomSeed),
            new SalesItemsGenerator(size, options.RandomSeed),
        ];
    }

    private async Task LockAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        // Freed by the server when the connection ends, in whatever way.
        // A lock's name has at most 64 characters. (The hash is ours: MySQL 9.6 and later have no MD5 function without a component.)
        var name = "ingot_seed_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_options.Database)))[..32];
        using var command = new MySqlCommand("SELECT GET_LOCK(@name, @timeout)", connection);
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@timeout", LockTimeoutInSeconds);
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) != 1)
        {
            throw new PipelineException("INGOT2114", $"Another `ingot seed` has been writing to the database {_options.Database} for {LockTimeoutInSeconds} s.", "Wait for its end, then try again.");
        }
    }

    private static async Task<bool> TakesLocalInfileAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand("SELECT @@GLOBAL.local_infile", connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) == 1;
    }

    private static string Describe(SeedState state) => state switch
    {
        SeedState.Empty => "empty or missing",
        SeedState.Interrupted => "half seeded",
        _ => "of others",
    };

    private async Task<T> WithServerErrorsAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (MySqlException error)
        {
            throw new PipelineException(
                "INGOT2113",
                $"The server {_source} failed while the database {_options.Database} was seeded: {error.Message}",
                "Check the server, and that the account may create and fill the database.",
                error);
        }
    }
}
