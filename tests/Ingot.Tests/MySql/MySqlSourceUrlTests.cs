using Ingot.MySql;

namespace Ingot.Tests.MySql;

public sealed class MySqlSourceUrlTests
{
    [Fact]
    public void Every_part_is_read_and_decoded()
    {
        var url = MySqlSourceUrl.Parse("mysql://us%40er:p%3Aw%2F%25@db.example.com:3307/my%20db?tls=verify-full&ca=%2Fetc%2Fca.pem");
        Assert.Equal(("us@er", "p:w/%", "db.example.com", 3307, "my db"), (url.User, url.Password, url.Host, url.Port, url.Database));
        Assert.Equal((TlsMode.VerifyFull, "/etc/ca.pem"), (url.Tls, url.CertificateAuthorityFile));
    }

    [Fact]
    public void Defaults_hold_where_parts_are_missing()
    {
        var url = MySqlSourceUrl.Parse("mysql://root@[::1]");
        Assert.Equal(("root", null, "::1", 3306, null, TlsMode.Preferred), (url.User, url.Password, url.Host, url.Port, url.Database, url.Tls));
    }

    [Theory]
    [InlineData("localhost/db", "scheme")]
    [InlineData("postgres://u@h/db", "scheme")]
    [InlineData("mysql://h/db", "user")]
    [InlineData("mysql://u@/db", "host")]
    [InlineData("mysql://u@h:0/db", "port")]
    [InlineData("mysql://u@h:x/db", "port")]
    [InlineData("mysql://u:secret%ZZ@h/db", "password")]
    [InlineData("mysql://u:secret@h/db/more", "database")]
    [InlineData("mysql://u:secret@h/one,,two", "database")]
    [InlineData("mysql://u:secret@h/one,", "database")]
    [InlineData("mysql://u:secret@h/db?tls=on", "tls")]
    [InlineData("mysql://u:secret@h/db?ca=x", "ca")]
    [InlineData("mysql://u:secret@h/db?ssl=1", "options")]
    [InlineData("mysql://u@[::1/db", "host")]
    public void Wrong_part_is_named_and_no_secret_shown(string text, string part)
    {
        var error = Assert.Throws<MySqlSourceException>(() => MySqlSourceUrl.Parse(text));
        Assert.Equal(MySqlErrorCodes.SourceUrl, error.Code);
        Assert.StartsWith($"The {part} of the source URL is wrong", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message + error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql://u@h/one", "one", "mysql://u@h:3306/one")]
    [InlineData("mysql://u@h/one,two%2Cthree,one,f%C3%BCnf?tls=required", "one|two,three|fünf", "mysql://u@h:3306/one,two%2Cthree,f%C3%BCnf")]
    [InlineData("mysql://u:p@h", "", "mysql://u@h:3306/")]
    public void Several_databases_have_commas_between(string text, string databases, string shown)
    {
        var url = MySqlSourceUrl.Parse(text);
        Assert.Equal(databases, string.Join('|', url.Databases));
        Assert.Equal((url.Databases.Count > 0 ? url.Databases[0] : null), url.Database);
        Assert.Equal(shown, url.ToString());
        Assert.Equal(url.Databases, MySqlSourceUrl.Parse(shown).Databases);
    }

    [Fact]
    public void Password_comes_from_the_url_then_the_environment_then_the_prompt()
    {
        Assert.Equal("a", MySqlSource.Parse("mysql://u:a@h", _ => "c", _ => "b").Password);
        Assert.Equal("b", MySqlSource.Parse("mysql://u@h", _ => "c", _ => "b").Password);
        Assert.Equal("c", MySqlSource.Parse("mysql://u@h", _ => "c", _ => null).Password);
        Assert.Equal("", MySqlSource.Parse("mysql://u@h", null, _ => null).Password);
        Assert.Equal("", MySqlSource.Parse("mysql://u:@h", _ => "c", _ => "b").Password);
    }

    [Fact]
    public void Text_of_a_source_has_no_password()
    {
        Assert.Equal("mysql://u@h:3306/db", MySqlSource.Parse("mysql://u:secret@h/db").ToString());
    }
}
