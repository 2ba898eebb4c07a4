using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;

namespace Blog.Jose;

/// <summary>Reads JSON of strangers: UTF-8 that is UTF-8, no member twice, nothing nested deep, nothing after its end.</summary>
internal static class StrictJson
{
    /// <summary>A message has four levels (message, recipients, recipient, header, key in it); more is no message.</summary>
    private const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>An object; false for anything else. The caller disposes of it.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document)
    {
        document = null;
        if (!Utf8.IsValid(utf8.Span))
        {
            return false;
        }

        try
        {
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: half a surrogate in the name of a member
        {
            return false;
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        document.Dispose();
        document = null;
        return false;
    }

    /// <summary>A member that is a string; false where there is none, or where it is something else.</summary>
    public static bool TryText(JsonElement parent, string member, [NotNullWhen(true)] out string? text)
    {
        text = null;
        return parent.TryGetProperty(member, out var element) && TryText(element, out text);
    }

    /// <summary>The string of a value; false where it is no string, or one that is no Unicode.</summary>
    public static bool TryText(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (element.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = element.GetString();
            return text is not null;
        }
        catch (InvalidOperationException) // half a surrogate, written as an escape
        {
            return false;
        }
    }

    /// <summary>A member that is base64url of a known number of bytes.</summary>
    public static bool TryBytes(JsonElement parent, string member, int length, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        return TryText(parent, member, out var text) && StrictBase64Url.TryDecode(text, length, out bytes);
    }
}
