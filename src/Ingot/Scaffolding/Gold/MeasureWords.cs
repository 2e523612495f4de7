using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>What names tell of numbers and dates, in English, German, Spanish and French. Type and shape are asked first; a name that nobody knows only means that less is offered.</summary>
internal static class MeasureWords
{
    private static readonly HashSet<string> Additive = Set(
        "amount total subtotal sum paid payment revenue fee tax vat net gross freight shipping refund quantity qty units sales turnover salary wage bonus hours minutes seconds duration milliseconds bytes points debit credit "
        + "betrag summe gesamt gesamtbetrag gesamtsumme rechnungsbetrag zwischensumme umsatz menge anzahl netto brutto steuer mwst gebuehr gebuehren gehalt lohn stunden minuten sekunden dauer punkte "
        + "importe monto suma cantidad iva impuesto ingresos ventas salario sueldo horas minutos segundos duracion puntos pago "
        + "montant somme quantite tva taxe frais salaire heures duree paiement");

    private static readonly HashSet<string> PerUnit = Set(
        "price cost rate msrp percent pct percentage discount ratio weight height width length "
        + "preis satz rabatt prozent prozentsatz gewicht hoehe breite laenge steuersatz zinssatz stundensatz mwstsatz "
        + "precio costo coste tasa porcentaje descuento peso altura ancho largo "
        + "prix cout taux pourcentage remise poids hauteur largeur longueur");

    // States (a balance, a stock), borders, marks, codes and places: neither a sum nor an average says much.
    private static readonly HashSet<string> NoMeasure = Set(
        "lat lon lng latitude longitude altitude year month day position order sort rank level number no nr code type status state flag flags class method rule mode group category kind version seq sequence index idx priority id key option "
        + "balance stock inventory limit quota budget threshold target max min maximum minimum rating score factor coefficient multiplier avg average mean median temperature humidity pressure scale precision "
        + "kontostand saldo bestand lagerbestand grenze breitengrad laengengrad jahr monat tag nummer rang stufe art faktor bewertung "
        + "existencias limite latitud longitud ano mes dia numero orden nivel tipo estado codigo promedio "
        + "solde annee mois jour rang niveau statut moyenne seuil");

    private static readonly HashSet<string> AttributeDates = Set(
        "birth born hire hired release released launch launched valid expiry expires expire expiration join joined registered registration discontinued founded login seen until to end ended left due dob birthday birthdate deadline effective "
        + "geburt geburtsdatum geburtstag gueltig bis ende enddatum ablauf ablaufdatum faellig faelligkeit faelligkeitsdatum eintritt eintrittsdatum austritt austrittsdatum einstellungsdatum registriert anmeldedatum "
        + "nacimiento contratacion vigencia vence vencimiento caducidad hasta fin registro ingreso limite alta baja "
        + "naissance embauche validite echeance jusque inscription sortie");

    private static readonly string[][] Spans = [["from", "to"], ["from", "until"], ["from", "thru"], ["start", "to"], ["von", "bis"], ["ab", "bis"], ["desde", "hasta"], ["de", "a"], ["du", "au"], ["debut", "fin"]];
    private static readonly HashSet<string> Validity = Set("valid validity effective gueltig vigencia vigente validite valide");

    /// <summary>Whether a number adds up over rows, by its name.</summary>
    public static bool IsAdditive(string name) => Has(name, Additive) && !Has(name, ["unit", "per", "rate", "percent", "pct"]) && !IsPerUnit(name) && !IsNoMeasure(name);

    /// <summary>Whether a number is a price, a rate or a measure of one thing, by its name.</summary>
    public static bool IsPerUnit(string name) => (Has(name, PerUnit) || WordsOf(name).Any(word => word.EndsWith("preis", StringComparison.Ordinal))) && !Has(name, ["amount", "total"]) && !IsNoMeasure(name);

    /// <summary>Whether a number is none to add up or to average, by its name.</summary>
    public static bool IsNoMeasure(string name) => Has(name, NoMeasure);

    /// <summary>Whether a date says something about a thing (its birth, its release), not when something happened.</summary>
    public static bool IsAttributeDate(string name) => Has(name, AttributeDates);

    /// <summary>Whether two dates say from when to when a row holds, as a salary or a price does, so that adding up rows by the first of them says nothing.</summary>
    public static bool IsSpan(string from, string to)
    {
        if (Has(from, Validity) && Has(to, Validity))
        {
            return true;
        }

        var (left, right) = (WordsOf(from), WordsOf(to));
        return Spans.Any(span => left.Contains(span[0]) && right.Contains(span[1]) && left.Where(word => word != span[0]).SequenceEqual(right.Where(word => word != span[1])));
    }

    private static bool Has(string name, IEnumerable<string> words) => WordsOf(name).Any(words.Contains);

    private static string[] WordsOf(string name) => Words.Snake(name).Split('_', StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
