using System.Globalization;

namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>Names that MySQL allows and nobody would choose. Deals each name once for each holder, without regard to case and accents where the server has none.</summary>
internal sealed class SyntheticNames(Random random)
{
    private static readonly string[] Hostile =
    [
        "select", "SELECT", "order", "Group", "from", "table", "KEY", "end", "null", "true", "date", "timestamp", "values", "User", "index", "default", "check", "window", "lateral", "_id", "__y__", "1st", "007",
        "MixedCase", "mixedcase", "MIXEDCASE", "a b", "a.b", "a-b", "a_b", "a b c", " leading", "it's", "say \"hi\"", "back`tick", "back\\slash", "per%cent", "semi;colon", "com,ma", "eq=ual", "{brace}", "(paren)", "[square]",
        "<tag>", "a&b", "#hash", "-- dash", "/* x */", "slash/es", "../up", "dollar$", "at@sign", "plus+", "star*", "ques?tion", "pipe|", "til~de", "ex!cl", "tab\tbed", "col:on", "naïve", "größe", "straße", "łódź", "имя", "名前", "이름",
        "مرحبا", "שלום", "❤", "☂ rain", "Ωmega", "e\u0301combined", "zero\u200bwidth", "right\u202eleft", "nbsp\u00a0x", "name", "id", "type", "value", "data", "status", "description", "created_at", "direction", "subgraph", "style", "url",
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Names that differ only by what a safe name cannot hold, or by case.</summary>
    public static readonly IReadOnlyList<string> Colliding = ["x y", "x.y", "x-y", "x_y", "x/y", "x  y"];

    /// <summary>The next name.</summary>
    /// <param name="isCaseSensitive">Whether the holder tells names apart by case, as tables on Linux and no columns are.</param>
    public string Next(bool isCaseSensitive)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var name = Hostile[random.Next(Hostile.Length)];
            if (TryTake(name, isCaseSensitive))
            {
                return name;
            }
        }

        while (true)
        {
            var number = random.Next(10_000).ToString(CultureInfo.InvariantCulture);
            var name = random.Next(10) == 0 ? new string('n', 64 - number.Length) + number : $"col {number}";
            if (TryTake(name, isCaseSensitive))
            {
                return name;
            }
        }
    }

    /// <summary>Takes a name unless it is taken.</summary>
    public bool TryTake(string name, bool isCaseSensitive) => _taken.Add(isCaseSensitive ? name : Fold(name));

    // As near to the server's comparison of columns as it must be: no case, no accents.
    private static string Fold(string name) =>
        string.Concat(name.Normalize(System.Text.NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)))
            .ToUpperInvariant().Replace("ß", "S", StringComparison.Ordinal);
}
