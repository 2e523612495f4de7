using CsCheck;
using Ingot.Delta;

namespace Ingot.Tests.Delta;

public sealed class PathEncodingTests
{
    [Theory]
    [InlineData("load_id=1/a-b_c.parquet", "load_id=1/a-b_c.parquet")]
    [InlineData("a b/c%20d", "a%20b/c%2520d")]
    [InlineData("größe=🙂", "gr%C3%B6%C3%9Fe=%F0%9F%99%82")]
    [InlineData("x#y?z:w", "x%23y%3Fz%3Aw")]
    [InlineData("s3://bucket/a b", "s3://bucket/a%20b")]
    [InlineData("/data/t/a:b", "/data/t/a%3Ab")]
    public void Path_is_encoded_once(string path, string encoded)
    {
        Assert.Equal(encoded, PathEncoding.Encode(path));
        Assert.Equal(path, PathEncoding.Decode(encoded));
    }

    [Theory]
    [InlineData("file:/x/y", "/x/y")]
    [InlineData("file:///x/y%20z", "/x/y z")]
    [InlineData("file://host/x", "/x")]
    [InlineData("50%", "50%")]
    [InlineData("a%2", "a%2")]
    [InlineData("%2F%2520", "/%20")]
    public void Path_of_another_writer_is_decoded_once(string logPath, string path) => Assert.Equal(path, PathEncoding.Decode(logPath));

    [Fact]
    public void Any_relative_path_comes_back() => Gen.String[Gen.Char.AlphaNumeric, 1, 8].SelectMany(first => Gen.String.Select(rest => $"{first}/{rest}"))
        .Where(path => path.EnumerateRunes().All(rune => rune.Value != 0xFFFD))
        .Sample(path => Assert.Equal(path, PathEncoding.Decode(PathEncoding.Encode(path))), iter: 2000, threads: 1);

    [Theory]
    [InlineData("/a", true)]
    [InlineData("s3://b/a", true)]
    [InlineData("c:/a", false)]
    [InlineData("day=1:/a", false)]
    [InlineData("a/s3://b", false)]
    public void Absolute_paths_are_told_from_relative_ones(string path, bool isAbsolute) => Assert.Equal(isAbsolute, PathEncoding.IsAbsolute(path));
}
