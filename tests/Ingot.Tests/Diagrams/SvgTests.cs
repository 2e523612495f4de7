using System.Xml.Linq;
using Ingot.Definition;
using Ingot.Diagrams;

namespace Ingot.Tests.Diagrams;

public sealed class SvgTests
{
    private static readonly string[] Hostile = ["a <b> & \"c\"", "line\nend", "\u0001", "right\u202eleft", "🎉 名前", new('n', 64), "]]>", "'"];

    [Fact]
    public void Names_of_any_characters_make_a_valid_file_that_shows_them()
    {
        var entities = Hostile.Select(name => new Entity(name, [new EntityColumn(name, "array<struct<a:int>>", true, true)])).ToList();
        var relations = Hostile.Select(name => new Relation(name, Hostile[0], [name], true, false)).ToList();
        var flow = Hostile.Select(name => new FlowTable(new TableName(Layer.Bronze, name), [])).ToList();

        var file = XDocument.Parse(DiagramText.WriteSvg(new EntityDiagram(entities, relations), new FlowDiagram(Hostile[0], flow), Hostile[0]));

        var texts = file.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.Contains("a <b> & \"c\"", texts);
        Assert.Contains("line␊end", texts);
        Assert.Contains("right\uFFFDleft", texts);
        Assert.DoesNotContain(file.Descendants(), element => element.Name.LocalName is "script" or "image" or "foreignObject");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(60)]
    [InlineData(500)]
    public void Tables_stand_apart_from_each_other(int count)
    {
        var random = new Random(count);
        var boxes = Enumerable.Range(0, count).Select(_ => ((double)random.Next(100, 400), (double)random.Next(30, 300))).ToList();
        var arrows = Enumerable.Range(0, count).Select(_ => (random.Next(count), random.Next(count))).ToList();

        var (places, width, height) = BoxLayout.Place(boxes, arrows);

        for (var one = 0; one < count; one++)
        {
            Assert.InRange(places[one].X + boxes[one].Item1, 0, width + 0.001);
            Assert.InRange(places[one].Y + boxes[one].Item2, 0, height + 0.001);
            for (var other = 0; other < one; other++)
            {
                Assert.True(
                    places[one].X >= places[other].X + boxes[other].Item1 || places[other].X >= places[one].X + boxes[one].Item1
                    || places[one].Y >= places[other].Y + boxes[other].Item2 || places[other].Y >= places[one].Y + boxes[one].Item2,
                    $"{one} overlaps {other}");
            }
        }
    }

    [Fact]
    public void What_others_refer_to_stands_on_the_left_also_in_a_cycle()
    {
        var boxes = Enumerable.Repeat((100.0, 50.0), 4).ToList();

        var (places, _, _) = BoxLayout.Place(boxes, [(1, 0), (2, 1), (2, 2), (0, 3), (3, 0)]);

        Assert.True(places[0].X < places[1].X);
        Assert.True(places[1].X < places[2].X);
    }

    [Fact]
    public void A_table_of_many_columns_shows_its_key_and_references_and_counts_what_it_leaves_out()
    {
        var columns = Enumerable.Range(0, 1_000).Select(number => new EntityColumn($"c{number}", "int", number == 999, number == 500)).ToList();

        var text = EntitySvg.Write(new EntityDiagram([new Entity("thousand", columns)], []), "wide");

        Assert.Contains(">c999<", text, StringComparison.Ordinal);
        Assert.Contains(">c500<", text, StringComparison.Ordinal);
        Assert.Contains("and 977 more columns", text, StringComparison.Ordinal);
    }
}
