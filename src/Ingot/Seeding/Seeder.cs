namespace Ingot.Seeding;

/// <summary>Makes and fills the database of the demo shop, and plays business on it. Not thread-safe.</summary>
public sealed class Seeder
{
    private readonly string _connectionString;
    private readonly SeedOptions _options;

    /// <summary>Makes a seeder.</summary>
    /// <param name="connectionString">A MySqlConnector connection string of the server; its database is ignored.</param>
    /// <param name="options">What is seeded.</param>
    public Seeder(string connectionString, SeedOptions options)
    {
        _connectionString = connectionString;
        _options = options;
    }

    /// <summary>Reads whose the database is.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The state.</returns>
    public Task<SeedState> ReadStateAsync(CancellationToken cancellationToken = default) =>
        throw new NotImplementedException(_connectionString);

    /// <summary>Makes the database anew and fills it.</summary>
    /// <param name="progress">Is told as tables fill, from any thread; or null.</param>
    /// <param name="cancellationToken">Cancels; the database is then <see cref="SeedState.Interrupted"/>.</param>
    /// <returns>The rows of each table.</returns>
    /// <exception cref="PipelineException">INGOT2111 the database is <see cref="SeedState.Foreign"/>.</exception>
    public Task<SeedResult> SeedAsync(IProgress<SeedProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException(_options.Database);

    /// <summary>Plays business: inserts, updates and deletes in transactions of varied size. The same state and seed give the same changes.</summary>
    /// <param name="changes">The number of rows to change.</param>
    /// <param name="cancellationToken">Cancels between transactions.</param>
    /// <returns>What was changed.</returns>
    /// <exception cref="PipelineException">INGOT2112 the database is not <see cref="SeedState.Seeded"/>.</exception>
    public Task<ChangesResult> PlayChangesAsync(int changes, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException(_options.Database);
}
