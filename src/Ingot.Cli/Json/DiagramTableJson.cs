namespace Ingot.Cli.Json;

/// <summary>A drawn table.</summary>
/// <param name="Name">Its name in silver.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record DiagramTableJson(string Name, IReadOnlyList<DiagramColumnJson> Columns);

/// <summary>A column of a drawn table.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type; <c>?</c> when it is not known before the first run.</param>
/// <param name="IsKey">Whether it is part of the key.</param>
/// <param name="IsReference">Whether it is part of a reference.</param>
internal sealed record DiagramColumnJson(string Name, string Type, bool IsKey, bool IsReference);

/// <summary>A drawn reference.</summary>
/// <param name="From">The table that refers.</param>
/// <param name="To">The table that it refers to.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="IsOptional">Whether a row may refer to none.</param>
/// <param name="IsUnique">Whether at most one row refers to each.</param>
internal sealed record DiagramRelationJson(string From, string To, IReadOnlyList<string> Columns, bool IsOptional, bool IsUnique);

/// <summary>A table in the flow.</summary>
/// <param name="Table">Layer and name.</param>
/// <param name="Inputs">The tables that it is made from; empty for bronze.</param>
internal sealed record DiagramFlowJson(string Table, IReadOnlyList<string> Inputs);
