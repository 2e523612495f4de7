using System.Globalization;
using MySqlConnector;

namespace Ingot.Seeding.Changes;

/// <summary>
/// Plays business on a seeded shop, transaction by transaction. Each transaction draws from a generator of its own number, happens at its own time of the shop's calendar, and
/// notes in the marker, as part of itself, that it was played: so the same state gives the same changes, also after an interruption.
/// </summary>
internal sealed class ChangePlayer
{
    private const int MostIdleTransactions = 100;
    private const int RowsInCommonTransaction = 40;
    private const int RowsInBigTransaction = 600;
    private const int OneBigTransactionIn = 60;
    private const int SecondsBetweenTransactions = 97;

    private readonly MySqlConnection _connection;
    private readonly SeedOptions _options;

    public ChangePlayer(MySqlConnection connection, SeedOptions options)
    {
        _connection = connection;
        _options = options;
    }

    /// <summary>Changes so many rows.</summary>
    public async Task<ChangesResult> PlayAsync(int changes, CancellationToken cancellationToken)
    {
        var seed = (int)(await SeedMarker.TryReadNumberAsync(_connection, "random_seed", cancellationToken).ConfigureAwait(false) ?? 0) ^ (_options.RandomSeed << 16);
        var played = await SeedMarker.TryReadNumberAsync(_connection, "transactions_played", cancellationToken).ConfigureAwait(false) ?? 0;
        var keys = await ShopKeys.ReadAsync(_connection, cancellationToken).ConfigureAwait(false);
        var context = new ChangeContext(_connection, keys);
        var transactions = 0;
        for (var idle = 0; context.Rows < changes && idle < MostIdleTransactions; idle++)
        {
            var before = context.Rows;
            await PlayTransactionAsync(context, seed, ++played, changes - context.Rows, cancellationToken).ConfigureAwait(false);
            if (context.Rows > before)
            {
                transactions++;
                idle = -1;
            }
        }

        return new ChangesResult(transactions, context.Inserted, context.Updated, context.Deleted);
    }

    private async Task PlayTransactionAsync(ChangeContext context, int seed, long number, long budget, CancellationToken cancellationToken)
    {
        var at = SalesCalendar.End.AddHours(8).AddSeconds(number * SecondsBetweenTransactions);
        var transaction = await _connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            context.Begin(transaction, new SeedRandom(seed, SeedStream.Changes, number), at);
            var size = context.Random.OneIn(OneBigTransactionIn)
                ? context.Random.Between(RowsInCommonTransaction, RowsInBigTransaction)
                : 1 + context.Random.NextLongTail(RowsInCommonTransaction);
            var end = context.Rows + Math.Min(size, budget);
            for (var attempt = 0; context.Rows < end && attempt < RowsInBigTransaction; attempt++)
            {
                var rows = (int)(end - context.Rows);
                var change = BusinessChange.Pick(ref context.Random, rows);
                await change.PlayAsync(context, rows, cancellationToken).ConfigureAwait(false);
            }

            await context.Keys.WriteAsync(_connection, transaction, cancellationToken).ConfigureAwait(false);
            await SeedMarker.WriteAsync(_connection, "transactions_played", number.ToString(CultureInfo.InvariantCulture), cancellationToken, transaction).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
