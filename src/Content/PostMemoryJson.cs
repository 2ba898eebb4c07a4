using System.Text.Json.Serialization;

namespace Blog.Content;

/// <summary>How a <see cref="PostMemory"/> is written.</summary>
[JsonSerializable(typeof(PostMemoryFile))]
internal sealed partial class PostMemoryJson : JsonSerializerContext;
