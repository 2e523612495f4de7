using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Updating;

namespace Ingot.Tests.Scaffolding;

public sealed class TableListTextTests
{
    [Theory]
    [InlineData("tables:\n  - a.b\n  # left out: x\nlanding: { keep: 1 days }\n", "tables:\n  - a.b\n  - a.c\n  # left out: x\nlanding: { keep: 1 days }\n")]
    [InlineData("tables: # mine\n- a.b", "tables: # mine\n- a.b\n- a.c")]
    [InlineData("tables:\n    -\n      name: a.b\n      as: x\nname: y\n", "tables:\n    -\n      name: a.b\n      as: x\n    - a.c\nname: y\n")]
    [InlineData("tables:\r\n  - a.b\r\nname: y\r\n", "tables:\r\n  - a.b\r\n  - a.c\r\nname: y\r\n")]
    [InlineData("tables: [a.b]\n", null)]
    [InlineData("name: y\n", null)]
    public void Entries_go_to_the_end_of_the_list_and_no_line_changes(string text, string? expected) =>
        Assert.Equal(expected, TableListText.TryAdd(text, "  - a.c\n"));

    [Theory]
    [InlineData("mypipe", "mypipe", "mypipe")]
    [InlineData("pipelines/my-pipe/", "my-pipe", "pipelines/my-pipe")]
    [InlineData("/here/now/x", "x", "x")]
    public void A_place_is_inside_the_current_folder(string text, string name, string shown)
    {
        var place = PipelinePlace.Parse(text, "/here/now");

        Assert.Equal((name, shown), (place.Name, place.Shown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/here/nowhere")]
    [InlineData("1a")]
    [InlineData("a\nb")]
    [InlineData("ü")]
    public void A_place_elsewhere_or_of_another_name_is_refused(string text) =>
        Assert.Equal("INGOT1050", Assert.Throws<PipelineException>(() => PipelinePlace.Parse(text, "/here/now")).Code);

    [Theory]
    [InlineData("mysql://me:p%40ss@host/a,b", "a|b", "mysql://me@host:3306/a,b")]
    [InlineData("mysql://me@host:3307/a%2Cb?tls=required", "a,b", "mysql://me@host:3307/a%2Cb?tls=required")]
    [InlineData("mysql://me@host", "", "mysql://me@host:3306/")]
    public void An_address_names_databases_and_is_written_without_its_password(string url, string databases, string text)
    {
        var address = SourceAddress.Parse(url);

        Assert.Equal(databases, string.Join('|', address.Url.Databases));
        Assert.Equal(text, address.Text);
    }
}
