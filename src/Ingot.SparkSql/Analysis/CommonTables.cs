namespace Ingot.SparkSql.Analysis;

/// <summary>The names of WITH that are in scope.</summary>
internal sealed class CommonTables
{
    public static readonly CommonTables None = new(new Dictionary<string, CommonDefinition>(StringComparer.OrdinalIgnoreCase));

    private readonly Dictionary<string, CommonDefinition> _definitions;

    private CommonTables(Dictionary<string, CommonDefinition> definitions) => _definitions = definitions;

    public CommonDefinition? Find(IReadOnlyList<string> name) => name.Count == 1 ? _definitions.GetValueOrDefault(name[0]) : null;

    public bool Contains(string name) => _definitions.ContainsKey(name);

    public CommonTables With(CommonDefinition definition) =>
        new(new Dictionary<string, CommonDefinition>(_definitions, StringComparer.OrdinalIgnoreCase) { [definition.Name] = definition });
}
