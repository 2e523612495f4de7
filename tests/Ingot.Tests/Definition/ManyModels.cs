using System.Globalization;

namespace Ingot.Tests.Definition;

/// <summary>A pipeline of 500 models in chains of ten, all of which depend on one more.</summary>
internal static class ManyModels
{
    public const int Count = 501;
    public const string Hub = "silver/hub.sql";

    /// <summary>Writes all files.</summary>
    public static void Write(PipelineFolder folder)
    {
        for (var i = 0; i < Count - 1; i++)
        {
            folder.Write(FileOf(i), Text(i, 20));
        }

        folder.Write(Hub, HubText("INT"));
    }

    public static string FileOf(int i) => $"{LayerOf(i)}/m{i}.sql";

    /// <summary>The model that begins all chains; the type is that of a column that goes through all of them.</summary>
    public static string HubText(string type) => $"SELECT CAST(1 AS {type}) AS id, 'web' AS channel, DATE'2026-01-31' AS sold_on, CAST(2.5 AS DECIMAL(10,2)) AS amount";

    /// <summary>A model with a key, rules and a query of some length.</summary>
    public static string Text(int i, int factor) => string.Create(CultureInfo.InvariantCulture, $$"""
        /* ---
        description: Model {{i}}
        key: id
        columns: { amount: { description: In euro } }
        expect:
          known: { not_null: [id, sold_on] }
          channel: { accepted_values: { column: channel, values: [web, shop] } }
          positive: amount > 0
        --- */
        WITH rows AS (
          SELECT id, trim(channel) AS channel, sold_on, CAST(amount * {{factor}} AS DECIMAL(10,2)) AS amount
          FROM {{(i % 10 == 0 ? "silver.hub" : $"{LayerOf(i - 1)}.m{i - 1}")}} WHERE amount IS NOT NULL)
        SELECT id, channel, max(sold_on) AS sold_on, CAST(sum(amount) AS DECIMAL(10,2)) AS amount,
          CASE WHEN count(*) > 1 THEN 'many' ELSE 'one' END AS times
        FROM rows GROUP BY id, channel
        """);

    private static string LayerOf(int i) => i < 300 ? "silver" : "gold";
}
