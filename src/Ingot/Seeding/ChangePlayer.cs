using MySqlConnector;

namespace Ingot.Seeding;

/// <summary>Plays business on a seeded shop.</summary>
internal sealed class ChangePlayer
{
    private readonly MySqlConnection _connection;
    private readonly SeedOptions _options;

    public ChangePlayer(MySqlConnection connection, SeedOptions options)
    {
        _connection = connection;
        _options = options;
    }

    public Task<ChangesResult> PlayAsync(int changes, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{_connection.Database} {_options.RandomSeed} {changes} {cancellationToken.IsCancellationRequested}");
}
