using Ingot.Delta.Schema;

namespace Ingot.Runs.Journal;

/// <summary>A column of a system table.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Name">The column's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Comment">What it holds.</param>
/// <param name="Read">Its value: a string, a long or a <see cref="DateTimeOffset"/>, or null.</param>
internal sealed record SystemColumn<T>(string Name, DataType Type, string Comment, Func<T, object?> Read);
