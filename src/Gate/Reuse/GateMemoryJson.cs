using System.Text.Json.Serialization;

namespace Blog.Gate.Reuse;

/// <summary>How a <see cref="GateMemory"/> is written.</summary>
[JsonSerializable(typeof(GateMemory))]
internal sealed partial class GateMemoryJson : JsonSerializerContext;
