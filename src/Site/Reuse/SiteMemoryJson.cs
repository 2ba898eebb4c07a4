using System.Text.Json.Serialization;

namespace Blog.Site.Reuse;

/// <summary>How a <see cref="SiteMemory"/> is written.</summary>
[JsonSerializable(typeof(SiteMemory))]
internal sealed partial class SiteMemoryJson : JsonSerializerContext;
