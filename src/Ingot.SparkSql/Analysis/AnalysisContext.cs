using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>What one analysis shares: ids, findings, the tables it met.</summary>
internal sealed class AnalysisContext(ITableResolver tables)
{
    private int _nextId;

    public ITableResolver Tables { get; } = tables;

    public List<SqlError> Errors { get; } = [];

    public List<TableUse> Uses { get; } = [];

    public int NewId() => ++_nextId;

    public Attribute NewAttribute(string name, SparkType type, bool nullable, Place place) => new(NewId(), name, type, nullable, place);

    public Attribute Copy(Attribute attribute) => attribute with { Id = NewId() };

    /// <summary>Runs a part of the analysis; its findings are kept, and null stands for its result.</summary>
    public T? Try<T>(Func<T> part)
        where T : class
    {
        try
        {
            return part();
        }
        catch (SparkSqlException exception)
        {
            Errors.AddRange(exception.Errors.Except(Errors));
            return null;
        }
    }
}
