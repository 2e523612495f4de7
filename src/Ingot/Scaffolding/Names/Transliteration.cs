using System.Collections.Frozen;
using System.Text;

namespace Ingot.Scaffolding.Names;

/// <summary>Latin letters for the letters of other European alphabets and for letters with marks, as they are usually written in identifiers.</summary>
internal static class Transliteration
{
    private const string Pairs = """
        ä ae|ö oe|ü ue|Ä Ae|Ö Oe|Ü Ue|ß ss|ẞ SS|æ ae|Æ Ae|œ oe|Œ Oe|ø oe|Ø Oe|å aa|Å Aa|þ th|Þ Th|ð d|Ð D|ĳ ij|Ĳ IJ|ŋ ng|Ŋ Ng|ı i|ĸ k
        àáâãāăąǎ a|ÀÁÂÃĀĂĄǍ A|çćĉċč c|ÇĆĈĊČ C|ďđ d|ĎĐ D|èéêëēĕėęěẽ e|ÈÉÊËĒĔĖĘĚẼ E|ĝğġģǧ g|ĜĞĠĢǦ G|ĥħ h|ĤĦ H|ìíîïĩīĭįǐ i|ÌÍÎÏĨĪĬĮİǏ I|ĵ j|Ĵ J|ķ k|Ķ K
        ĺļľŀł l|ĹĻĽĿŁ L|ñńņňŉ n|ÑŃŅŇ N|òóôõōŏőǒ o|ÒÓÔÕŌŎŐǑ O|ŕŗř r|ŔŖŘ R|śŝşšș s|ŚŜŞŠȘ S|ţťŧț t|ŢŤŦȚ T|ùúûũūŭůűųǔ u|ÙÚÛŨŪŬŮŰŲǓ U|ŵ w|Ŵ W|ýÿŷ y|ÝŸŶ Y|źżž z|ŹŻŽ Z
        а a|б b|в v|г g|д d|еэ e|ё yo|ж zh|з z|ий i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ы y|ю yu|я ya|і i|ї yi|є ye|ґ g|ў u|ј j|љ lj|њ nj|џ dz|ђ dj|ћ c
        А A|Б B|В V|Г G|Д D|ЕЭ E|Ё Yo|Ж Zh|З Z|ИЙ I|К K|Л L|М M|Н N|О O|П P|Р R|С S|Т T|У U|Ф F|Х Kh|Ц Ts|Ч Ch|Ш Sh|Щ Shch|Ы Y|Ю Yu|Я Ya|І I|Ї Yi|Є Ye|Ґ G|Ў U|Ј J|Љ Lj|Њ Nj|Џ Dz|Ђ Dj|Ћ C
        αά a|β v|γ g|δ d|εέ e|ζ z|ηήιίϊΐ i|θ th|κ k|λ l|μ m|ν n|ξ x|οό o|π p|ρ r|σς s|τ t|υύϋΰ y|φ f|χ ch|ψ ps|ωώ o
        ΑΆ A|Β V|Γ G|Δ D|ΕΈ E|Ζ Z|ΗΉΙΊΪ I|Θ Th|Κ K|Λ L|Μ M|Ν N|Ξ X|ΟΌ O|Π P|Ρ R|Σ S|Τ T|ΥΎΫ Y|Φ F|Χ Ch|Ψ Ps|ΩΏ O
        € eur|£ gbp|¥ jpy|§ par|° deg|µ u|² 2|³ 3|¹ 1|½ 1_2|№ no|№ no|ª a|º o
        """;

    private static readonly FrozenDictionary<Rune, string> Latin = Build();

    /// <summary>Finds the Latin letters of a letter; those of the Cyrillic hard and soft signs are none.</summary>
    /// <param name="rune">The letter.</param>
    /// <param name="latin">The Latin letters.</param>
    /// <returns>Whether there are any.</returns>
    public static bool TryFind(Rune rune, out string latin)
    {
        if (rune.Value is 0x44A or 0x44C or 0x42A or 0x42C)
        {
            latin = "";
            return true;
        }

        return Latin.TryGetValue(rune, out latin!);
    }

    private static FrozenDictionary<Rune, string> Build()
    {
        var latin = new Dictionary<Rune, string>();
        foreach (var pair in Pairs.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ');
            foreach (var rune in parts[0].EnumerateRunes())
            {
                latin[rune] = parts[1];
            }
        }

        return latin.ToFrozenDictionary();
    }
}
