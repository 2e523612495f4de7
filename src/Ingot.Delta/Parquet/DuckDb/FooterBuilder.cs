using Ingot.Delta.Schema;
using Ingot.Delta.Statistics;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Gathers the column chunks of one file into its footer.</summary>
internal sealed class FooterBuilder
{
    private readonly string _file;
    private readonly FooterTree _tree;
    private readonly Leaf[] _leaves;
    private long _records;
    private long _size;
    private bool _nanIsKnown;

    public FooterBuilder(string file, FooterTree tree)
    {
        _file = file;
        _tree = tree;
        _leaves = [.. tree.Leaves.Select(leaf => new Leaf(leaf.Type))];
    }

    public Dictionary<string, string> KeyValues { get; } = new(StringComparer.Ordinal);

    public void SetFile(long records, long sizeInBytes, string createdBy)
    {
        _records = records;
        _size = sizeInBytes;

        // DuckDB writes no bounds for a chunk with a NaN; other writers leave NaN out of the bounds, as the format asks.
        _nanIsKnown = createdBy.StartsWith("DuckDB", StringComparison.Ordinal);
    }

    public void AddChunk(int column, long? nullCount, long values, string? min, string? max) => _leaves[column].Add(nullCount, values, min, max);

    public ParquetFooter Build()
    {
        var columns = new List<ColumnStatistics>();
        for (var i = 0; i < _leaves.Length; i++)
        {
            if (_tree.Leaves[i].Path is { } path)
            {
                var leaf = _leaves[i];
                var maxIsSafe = _nanIsKnown || leaf.Type is not PrimitiveType { Name: "float" or "double" };
                columns.Add(new ColumnStatistics(path, leaf.Type, leaf.NullCount, leaf.Min, maxIsSafe ? leaf.Max : null));
            }
        }

        return new ParquetFooter(_file, _size, _records, _tree.Schema, columns, KeyValues);
    }

    /// <summary>The statistics of one leaf. A bound is known when every chunk with a value has one.</summary>
    private sealed class Leaf(DataType type)
    {
        private bool _minIsKnown = true;
        private bool _maxIsKnown = true;
        private string? _min;
        private string? _max;

        public DataType Type => type;

        public long? NullCount { get; private set; } = 0;

        public string? Min => _minIsKnown ? _min : null;

        public string? Max => _maxIsKnown ? _max : null;

        public void Add(long? nullCount, long values, string? min, string? max)
        {
            NullCount += nullCount;
            if (nullCount == values)
            {
                return;
            }

            _minIsKnown &= Merge(ref _min, min, sign: -1);
            _maxIsKnown &= Merge(ref _max, max, sign: 1);
        }

        private bool Merge(ref string? bound, string? value, int sign)
        {
            if (value is null || !BoundComparer.CanCompare(type, value))
            {
                return false;
            }

            if (bound is null || BoundComparer.Compare(type, value, bound) * sign > 0)
            {
                bound = value;
            }

            return true;
        }
    }
}
