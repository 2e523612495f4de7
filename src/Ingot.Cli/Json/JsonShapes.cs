using System.Text.Json.Serialization;

namespace Ingot.Cli.Json;

/// <summary>The JSON documents of the commands, compiled: no reflection at start. <see cref="JsonOutput"/> has the options.</summary>
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(DiagramDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(NewDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(QueryDocument))]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(SeedDocument))]
[JsonSerializable(typeof(TablesDocument))]
[JsonSerializable(typeof(UpdateDocument))]
[JsonSerializable(typeof(VerifyDocument))]
[JsonSerializable(typeof(WatchDocument))]
internal sealed partial class JsonShapes : JsonSerializerContext;
