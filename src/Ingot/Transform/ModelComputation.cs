using Ingot.Definition;

namespace Ingot.Transform;

/// <summary>What an engine computes for one model.</summary>
/// <param name="Model">The model, with its SQL, key and expectations.</param>
/// <param name="Inputs">The tables that it reads.</param>
/// <param name="TableFolder">The absolute path of the model's table.</param>
/// <param name="RunFolder">The folder below it that the engine writes, relative; no commit mentions it yet.</param>
internal sealed record ModelComputation(ModelDefinition Model, InputTables Inputs, string TableFolder, string RunFolder);
