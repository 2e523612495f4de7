using System.Text;
using Ingot.Seeding;

namespace Ingot.Tests.Seeding;

public sealed class RowWriterTests
{
    private static readonly DateTime Time = new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddMicroseconds(7);

    [Fact]
    public void A_line_of_load_data_escapes_what_parts_fields_and_lines() =>
        Assert.Equal(
            "-7\t1\t-0.05\t12.340\t\\N\t2024-02-03\t2024-02-03 04:05:06.000007\t2024-02-03 04:05:06\ta\\tb\\nc\\\\d'é👍\n",
            Write(RowFormat.LoadData, rows: 1));

    [Fact]
    public void Values_of_an_insert_are_quoted_and_parted() =>
        Assert.Equal(
            "(-7,1,-0.05,12.340,NULL,'2024-02-03','2024-02-03 04:05:06.000007','2024-02-03 04:05:06','a\tb\nc\\\\d\\'é👍')"
            + ",\n(-7,1,-0.05,12.340,NULL,'2024-02-03','2024-02-03 04:05:06.000007','2024-02-03 04:05:06','a\tb\nc\\\\d\\'é👍')",
            Write(RowFormat.Insert, rows: 2));

    [Fact]
    public void A_cleared_writer_starts_anew()
    {
        var writer = new RowWriter(RowFormat.Insert);
        WriteRow(writer);
        writer.Clear();

        Assert.Equal((0, 0L), (writer.Written.Length, writer.Rows));
        WriteRow(writer);
        Assert.Equal((byte)'(', writer.Written.Span[0]);
    }

    private static string Write(RowFormat format, int rows)
    {
        var writer = new RowWriter(format);
        for (var row = 0; row < rows; row++)
        {
            WriteRow(writer);
        }

        Assert.Equal(rows, writer.Rows);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }

    private static void WriteRow(RowWriter writer)
    {
        writer.BeginRow();
        writer.Integer(-7);
        writer.Boolean(true);
        writer.Decimal(-5, 2);
        writer.Decimal(12340, 3);
        writer.Text(null);
        writer.Date(new DateOnly(2024, 2, 3));
        writer.Moment(Time);
        writer.Second(Time);
        writer.Text("a\tb\nc\\d'é👍");
        writer.EndRow();
    }
}
