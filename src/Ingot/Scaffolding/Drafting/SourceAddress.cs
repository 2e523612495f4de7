using Ingot.MySql;

namespace Ingot.Scaffolding.Drafting;

/// <summary>What <c>--from</c> names: a server and one or several of its databases.</summary>
/// <param name="Url">The URL; its password, when it has one.</param>
/// <param name="Text">The URL for <c>ingot.yaml</c>: with its databases and its options, without the password.</param>
public sealed record SourceAddress(MySqlSourceUrl Url, string Text)
{
    /// <summary>Reads <c>mysql://user@host:3306/db</c> or <c>…/db,db2</c>.</summary>
    /// <param name="text">The URL.</param>
    /// <returns>The address.</returns>
    /// <exception cref="MySqlSourceException">A part of the URL is wrong (<c>INGOT3001</c>).</exception>
    public static SourceAddress Parse(string text)
    {
        var url = MySqlSourceUrl.Parse(text);
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var options = query < 0 ? "" : text[query..].Replace("}", "%7D", StringComparison.Ordinal).Replace("$", "%24", StringComparison.Ordinal);
        return new SourceAddress(url, url.ToString() + options);
    }
}
