using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Blog.Moderate.Sharing;

/// <summary>Packets and what comes back from them as JSON; read strictly: no unknown member, none twice, none missing.</summary>
public static class PacketReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 16 };

    /// <summary>Writes a packet.</summary>
    public static byte[] Write(PacketContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Options);

    /// <summary>Writes decisions.</summary>
    public static byte[] Write(ReturnedDecisions content) => JsonSerializer.SerializeToUtf8Bytes(content, Options);

    /// <summary>Reads a packet; false where it is not of this form.</summary>
    public static bool TryReadPacket(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out PacketContent? content) => TryRead(utf8, out content);

    /// <summary>Reads decisions; false where they are not of this form.</summary>
    public static bool TryReadDecisions(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out ReturnedDecisions? content) => TryRead(utf8, out content);

    private static bool TryRead<T>(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out T? content)
        where T : class
    {
        try
        {
            content = JsonSerializer.Deserialize<T>(utf8, Options);
        }
        catch (JsonException)
        {
            content = null;
        }

        return content is not null;
    }
}
