using System.Text.RegularExpressions;

namespace Ingot.Definition;

/// <summary>Reads the model files of a pipeline's folder.</summary>
internal sealed partial class ModelFolderReader
{
    private const string Extension = ".sql";
    private static readonly Layer[] ModelLayers = [Layer.Silver, Layer.Gold];
    private readonly string _folder;
    private readonly DefinitionMemory _memory;
    private readonly DefinitionErrorList _errors;

    public ModelFolderReader(string folder, DefinitionMemory memory, DefinitionErrorList errors)
    {
        _folder = folder;
        _memory = memory;
        _errors = errors;
    }

    /// <summary>Reads all models, by layer and name.</summary>
    public IReadOnlyList<ModelSource> Read()
    {
        var models = new List<ModelSource>();
        try
        {
            ReportMisplacedFolders();
            foreach (var layer in ModelLayers)
            {
                ReadLayer(layer, models);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _errors.Add("INGOT1017", new FilePlace(DefinitionLoader.FileName, 1, 1), $"The folder of the models cannot be read: {exception.Message}", "Look at the folder's permissions.");
        }

        return models;
    }

    private void ReadLayer(Layer layer, List<ModelSource> models)
    {
        var layerName = TableName.FolderOf(layer);
        var folder = Path.Combine(_folder, layerName);
        if (!Directory.Exists(folder))
        {
            return;
        }

        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var found = new List<(string Path, string File, string Name)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/');
            var name = Path.GetFileNameWithoutExtension(path);
            if (Path.GetFileName(path).StartsWith('.') || !IsModel(path) || !HasGoodName(path, name, layerName, file))
            {
                continue;
            }

            if (!files.TryAdd(name, file))
            {
                _errors.Add("INGOT1015", new FilePlace(file, 1, 1), $"{layerName}.{name} is made by {files[name]} already: names of models do not differ by case alone.", "Rename one of the two files.");
                continue;
            }

            found.Add((path, file, name));
        }

        var read = new (ModelSource Source, IReadOnlyList<DefinitionError> Errors)[found.Count];
        Parallel.For(0, found.Count, index => read[index] = ReadModel(layer, found[index].Path, found[index].File, found[index].Name));
        foreach (var (source, errors) in read)
        {
            models.Add(source);
            _errors.AddRange(errors);
        }
    }

    private (ModelSource Source, IReadOnlyList<DefinitionError> Errors) ReadModel(Layer layer, string path, string file, string name)
    {
        // A model that cannot be read is still there for those that read it.
        ModelSource Unread() => new(new ModelDefinition { Layer = layer, Name = name, File = file, Text = "" }, []);
        var errors = new DefinitionErrorList();
        return DefinitionText.TryRead(path, file, errors) is { } bytes
            ? _memory.Read(file, bytes, own => DefinitionText.Decode(bytes, file, own) is { } text ? new ModelFileReader(own).Read(layer, name, file, text) : Unread())
            : (Unread(), errors.Build());
    }

    private static bool IsModel(string path) => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    private bool HasGoodName(string path, string name, string layerName, string file)
    {
        var start = new FilePlace(file, 1, 1);
        if (file.Count(character => character == '/') > 1)
        {
            _errors.Add("INGOT1020", start, $"A model stands in a folder below `{layerName}/`.", $"Move it to `{layerName}/{Path.GetFileName(path)}`.");
            return false;
        }

        if (Path.GetExtension(path) != Extension)
        {
            _errors.Add("INGOT1020", start, $"The file's ending is `{Path.GetExtension(path)}`, not `{Extension}`.", $"Rename it to `{layerName}/{name}{Extension}`.");
            return false;
        }

        if (!NamePattern().IsMatch(name))
        {
            _errors.Add("INGOT1020", start, $"'{name}' is not the name of a model.", "Start with a letter, and use letters, digits and underscores, at most 128.");
            return false;
        }

        return true;
    }

    private void ReportMisplacedFolders()
    {
        foreach (var path in Directory.EnumerateDirectories(_folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var layer = TableName.TryLayer(name);
            if (layer is null || Directory.EnumerateFiles(path, "*", SearchOption.TopDirectoryOnly).FirstOrDefault(IsModel) is not { } model)
            {
                continue;
            }

            var place = new FilePlace($"{name}/{Path.GetFileName(model)}", 1, 1);
            if (!ModelLayers.Contains(layer.Value))
            {
                _errors.Add("INGOT1020", place, $"The layer {TableName.FolderOf(layer.Value)} has no models: Ingot makes its tables.", "Move the file to `silver/` or `gold/`.");
            }
            else if (name != TableName.FolderOf(layer.Value))
            {
                _errors.Add("INGOT1020", place, $"The folder is named `{name}`.", $"Rename it to `{TableName.FolderOf(layer.Value)}`.");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,127}$")]
    private static partial Regex NamePattern();
}
