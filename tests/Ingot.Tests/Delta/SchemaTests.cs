using CsCheck;
using Ingot.Delta;
using Ingot.Delta.Schema;

namespace Ingot.Tests.Delta;

public sealed class SchemaTests
{
    private static readonly Gen<DataType> GenType = Gen.Recursive<DataType>((depth, self) =>
        depth > 3
            ? GenSimple
            : Gen.OneOf(
                GenSimple,
                Gen.Select(self, Gen.Bool).Select((element, nulls) => (DataType)new ArrayType(element, nulls)),
                Gen.Select(self, self, Gen.Bool).Select((key, value, nulls) => (DataType)new MapType(key, value, nulls)),
                Gen.Select(self, Gen.Bool, Gen.String).Array[1, 4].Select(fields => (DataType)new StructType(
                    fields.Select((field, i) => new StructField($"f{i} {field.Item3}", field.Item1, field.Item2).With("comment", field.Item3).With("mysql.key", i))))));

    private static DataType[] Simple => [PrimitiveType.String, PrimitiveType.Long, PrimitiveType.Date, PrimitiveType.TimestampNtz, PrimitiveType.Void, new UnknownType("variant")];

    private static Gen<DataType> GenSimple => Gen.OneOf(
        Gen.Int[0, Simple.Length - 1].Select(i => Simple[i]),
        Gen.Int[1, 38].SelectMany(precision => Gen.Int[0, precision].Select(scale => (DataType)new DecimalType(precision, scale))));

    [Fact]
    public void Schema_has_the_form_of_the_protocol()
    {
        var schema = new StructType(
            new StructField("id", PrimitiveType.Long, nullable: false).With("comment", "key"),
            new StructField("price", new DecimalType(10, 2)),
            new StructField("tags", new ArrayType(PrimitiveType.String, ContainsNull: false)),
            new StructField("m", new MapType(PrimitiveType.String, new StructType(new StructField("x", PrimitiveType.Integer)))));

        Assert.Equal(
            """{"type":"struct","fields":[{"name":"id","type":"long","nullable":false,"metadata":{"comment":"key"}},{"name":"price","type":"decimal(10,2)","nullable":true,"metadata":{}},{"name":"tags","type":{"type":"array","elementType":"string","containsNull":false},"nullable":true,"metadata":{}},{"name":"m","type":{"type":"map","keyType":"string","valueType":{"type":"struct","fields":[{"name":"x","type":"integer","nullable":true,"metadata":{}}]},"valueContainsNull":true},"nullable":true,"metadata":{}}]}""",
            schema.ToJson());
        Assert.Equal("struct<id:bigint,price:decimal(10,2),tags:array<string>,m:map<string,struct<x:int>>>", schema.SimpleString);
    }

    [Fact]
    public void Any_type_comes_back_from_its_json() => GenType.Sample(type => Assert.Equal(type, DataType.Parse(type.ToJson())), iter: 500, threads: 1);

    [Fact]
    public void Any_text_is_a_type_or_our_error() => Gen.OneOf(Gen.String, GenType.Select(type => type.ToJson()).Where(json => json.Length > 2).SelectMany(json => Gen.Int[0, json.Length - 1].Select(cut => json[..cut] + json[(cut + 1)..]))).Sample(
        text =>
        {
            try
            {
                _ = DataType.Parse(text);
            }
            catch (DeltaException exception)
            {
                Assert.Equal(DeltaErrorCode.Invalid, exception.Code);
            }
        },
        iter: 2000,
        threads: 1);

    [Fact]
    public void Schema_nested_without_end_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"array","containsNull":true,"elementType":""", 300)) + "\"long\"" + new string('}', 300);
        Assert.Equal(DeltaErrorCode.Invalid, Assert.Throws<DeltaException>(() => DataType.Parse(json)).Code);
    }

    [Fact]
    public void Names_differ_also_in_another_case() =>
        Assert.Equal(DeltaErrorCode.Invalid, Assert.Throws<DeltaException>(() => new StructType(new StructField("a", PrimitiveType.Long), new StructField("A", PrimitiveType.Long))).Code);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(39, 0)]
    [InlineData(5, 6)]
    [InlineData(5, -1)]
    public void Decimal_outside_its_limits_is_refused(int precision, int scale) => Assert.Throws<DeltaException>(() => new DecimalType(precision, scale));
}
