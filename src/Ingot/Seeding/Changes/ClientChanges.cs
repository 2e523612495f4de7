using System.Globalization;

namespace Ingot.Seeding.Changes;

/// <summary>What happens to clients and their addresses.</summary>
internal static class ClientChanges
{
    private static readonly string[] FirstNames = ["Mia", "Noah", "Zoë", "Łukasz", "Åsa", "José", "Anaïs", "Oliver"];
    private static readonly string[] LastNames = ["Keller", "O'Brien", "Müller", "de Vries", "García", "Nowak", "Lindström", "Rossi"];
    private static readonly string[] Cities = ["Köln", "Lyon", "Leeds", "Utrecht", "Turin", "Sevilla", "Malmö", "Gdańsk"];

    public static async Task RegisterAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        var client = context.Keys.Take("clients");
        var firstName = context.Random.Pick(FirstNames);
        var lastName = context.Random.Pick(LastNames);
        await context.InsertAsync(
            """
            INSERT INTO clients (id, first_name, last_name, email, phone, segment, newsletter, preferences, created_at, updated_at)
            VALUES (@p0, @p1, @p2, @p3, @p4, 'consumer', @p5, '{"language": "en"}', @p6, @p6)
            """,
            cancellationToken,
            client,
            Contact.TypeCarelessly(ref context.Random, firstName),
            Contact.TypeCarelessly(ref context.Random, lastName),
            Contact.Email(ref context.Random, firstName, lastName, (int)client),
            context.Random.OneIn(10) ? null : Contact.Phone(ref context.Random, "49"),
            context.Random.Next(2),
            context.At).ConfigureAwait(false);
        await context.InsertAsync(
            """
            INSERT INTO client_addresses (id, client_id, kind, street, postal_code, city, country, is_default, created_at, updated_at)
            VALUES (@p0, @p1, 'billing', @p2, @p3, @p4, @p5, 1, @p6, @p6)
            """,
            cancellationToken,
            context.Keys.Take("client_addresses"),
            client,
            $"Ring {context.Random.Between(1, 90).ToString(CultureInfo.InvariantCulture)}",
            Contact.FillIn(ref context.Random, "#####"),
            context.Random.Pick(Cities),
            context.Random.Pick(["DE", "FR", "gb", "NL"]),
            context.At).ConfigureAwait(false);
    }

    public static async Task ChangeContactAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("clients", recent: false, cancellationToken).ConfigureAwait(false) is { } client)
        {
            await context.UpdateAsync(
                "UPDATE clients SET email = @p1, phone = @p2, newsletter = 1 - newsletter, updated_at = @p3 WHERE id = @p0",
                cancellationToken,
                client,
                context.Random.OneIn(15) ? null : $"new{client.ToString(CultureInfo.InvariantCulture)}@example.org",
                Contact.Phone(ref context.Random, "33"),
                context.At).ConfigureAwait(false);
        }
    }

    public static async Task MoveHouseAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("client_addresses", recent: false, cancellationToken).ConfigureAwait(false) is { } address)
        {
            await context.UpdateAsync(
                "UPDATE client_addresses SET street = @p1, city = @p2, is_default = 1 - is_default, updated_at = @p3 WHERE id = @p0",
                cancellationToken,
                address,
                $"Quai {context.Random.Between(1, 60).ToString(CultureInfo.InvariantCulture)}",
                context.Random.Pick(Cities),
                context.At).ConfigureAwait(false);
        }
    }

    public static async Task DeleteAddressAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("client_addresses", recent: false, cancellationToken).ConfigureAwait(false) is { } address)
        {
            await context.DeleteAsync("DELETE FROM client_addresses WHERE id = @p0", cancellationToken, address).ConfigureAwait(false);
        }
    }

    /// <summary>A client who registered twice: orders and addresses go over to the other, and the client is deleted.</summary>
    public static async Task MergeAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("clients", recent: false, cancellationToken).ConfigureAwait(false) is not { } kept
            || await context.TryPickAsync("clients", recent: true, cancellationToken).ConfigureAwait(false) is not { } merged
            || kept == merged)
        {
            return;
        }

        var children = await context.TryReadNumberAsync(
            "SELECT (SELECT COUNT(*) FROM sales WHERE client_id = @p0) + (SELECT COUNT(*) FROM client_addresses WHERE client_id = @p0)", cancellationToken, merged).ConfigureAwait(false);
        if (children < rows)
        {
            await context.UpdateAsync("UPDATE sales SET client_id = @p0, updated_at = @p2 WHERE client_id = @p1", cancellationToken, kept, merged, context.At).ConfigureAwait(false);
            await context.UpdateAsync(
                "UPDATE client_addresses SET client_id = @p0, is_default = 0, updated_at = @p2 WHERE client_id = @p1", cancellationToken, kept, merged, context.At).ConfigureAwait(false);
            await context.DeleteAsync("DELETE FROM clients WHERE id = @p0", cancellationToken, merged).ConfigureAwait(false);
        }
    }
}
