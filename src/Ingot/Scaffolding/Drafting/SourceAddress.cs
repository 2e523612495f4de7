using Ingot.MySql;

namespace Ingot.Scaffolding.Drafting;

/// <summary>What <c>--from</c> names: a server and one or several of its databases.</summary>
/// <param name="Url">The URL with its first database; its password, when it has one.</param>
/// <param name="Databases">The databases; empty when the URL names none.</param>
/// <param name="Text">The URL for <c>ingot.yaml</c>: with its first database and its options, without the password.</param>
public sealed record SourceAddress(MySqlSourceUrl Url, IReadOnlyList<string> Databases, string Text)
{
    /// <summary>Reads <c>mysql://user@host:3306/db</c> or <c>…/db,db2</c>.</summary>
    /// <param name="text">The URL.</param>
    /// <returns>The address.</returns>
    /// <exception cref="MySqlSourceException">A part of the URL is wrong (<c>INGOT3001</c>).</exception>
    public static SourceAddress Parse(string text)
    {
        var url = MySqlSourceUrl.Parse(text);
        var scheme = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var query = text.IndexOf('?', scheme);
        var place = query < 0 ? text[scheme..] : text[scheme..query];
        var address = place[(place.LastIndexOf('@') + 1)..];
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        var databases = slash < 0 ? [] : address[(slash + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).Distinct(StringComparer.Ordinal).ToList();
        var first = url with { Database = databases.FirstOrDefault() };
        var options = query < 0 ? "" : text[query..].Replace("}", "%7D", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);
        return new SourceAddress(first, databases, first.ToString() + options);
    }
}
