using Ingot.MySql;
using Ingot.Replication;
using Ingot.Verification;
using Ingot.Verification.Canonical;

namespace Ingot.Tests.Verification;

public sealed class CanonicalFormTests
{
    private static readonly FormOptions Options = new(Digest.Crc32, DoubleText.Wide);

    [Fact]
    public void Every_type_that_lands_can_be_compared() =>
        Assert.Equal([], TypeMapping.Rules.Select(rule => rule.Form.Split(' ', '(')[0]).Distinct().Except(CanonicalForms.Types));

    [Fact]
    public void Type_that_has_no_form_is_refused_by_name()
    {
        var error = Assert.Throws<PipelineException>(() => CanonicalForms.For(Column("xml", "xml"), Options));

        Assert.Equal(VerificationErrorCodes.ColumnType, error.Code);
        Assert.Contains("xml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_values_are_hashed_each_by_itself_so_that_no_row_exceeds_a_packet()
    {
        Assert.StartsWith("IFNULL(CRC32(", CanonicalForms.For(Column("longtext", "longtext"), Options).ServerExpression, StringComparison.Ordinal);
        Assert.StartsWith("IFNULL(LEFT(SHA2(", CanonicalForms.For(Column("longblob", "longblob"), Options with { Digest = Digest.Sha2 }).ServerExpression, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_of_a_column_is_quoted_on_both_sides()
    {
        var form = CanonicalForms.For(Column("int", "int") with { Name = "a`b\"c" }, Options);

        Assert.Contains("`a``b\"c`", form.ServerExpression, StringComparison.Ordinal);
        Assert.Equal("\"a`b\"\"c\"", form.LakeExpression);
    }

    [Fact]
    public void Every_form_has_a_character_that_reads_back()
    {
        LakeForm[] forms =
        [
            LakeForm.Plain, LakeForm.ColumnDouble, LakeForm.CalculatedDouble, new(LakeBytes.Hex, 0), Digest.Crc32.LakeForm, Digest.Sha2.LakeForm,
            .. Enumerable.Range(1, 6).Select(digits => new LakeForm(LakeBytes.Raw, digits)),
        ];

        Assert.Equal(forms, forms.Select(form => LakeForm.FromCode((byte)form.Code)));
    }

    private static ColumnSchema Column(string dataType, string columnType) =>
        new() { Name = "v", Ordinal = 1, DataType = dataType, ColumnType = columnType, IsNullable = true };
}
