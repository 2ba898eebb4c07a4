using System.Text.Json;
using System.Text.Json.Serialization;

namespace Blog.Search.Index;

/// <summary>How <see cref="IndexRoot"/> is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IndexRoot))]
internal sealed partial class IndexRootJson : JsonSerializerContext;
