using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Blog.Jose;

/// <summary>The header of one recipient: the members of the protected, the shared and its own header, none of which may stand twice (RFC 7516, 7.2.1).</summary>
internal sealed class MessageHeader
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private MessageHeader()
    {
    }

    /// <summary>Joins headers; false where two have a member of one name.</summary>
    public static bool TryJoin([NotNullWhen(true)] out MessageHeader? header, params ReadOnlySpan<JsonElement?> parts)
    {
        header = null;
        var joined = new MessageHeader();
        foreach (var part in parts)
        {
            if (part is not { } given)
            {
                continue;
            }

            if (given.ValueKind != JsonValueKind.Object)
            {
                return false;
            }

            foreach (var member in given.EnumerateObject())
            {
                if (!joined._members.TryAdd(member.Name, member.Value))
                {
                    return false;
                }
            }
        }

        header = joined;
        return true;
    }

    /// <summary>Whether a member is there, of whatever type.</summary>
    public bool Has(string member) => _members.ContainsKey(member);

    /// <summary>Whether a member is this very string.</summary>
    public bool Is(string member, string value) => _members.TryGetValue(member, out var element) && StrictJson.TryText(element, out var text) && text == value;

    /// <summary>A member's value; null where it is missing.</summary>
    public JsonElement? Find(string member) => _members.TryGetValue(member, out var element) ? element : null;

    /// <summary>A member that is base64url, empty where it is missing; false where it is something else or longer than <paramref name="max"/> bytes.</summary>
    public bool TryBytes(string member, int max, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = [];
        return !_members.TryGetValue(member, out var element)
            || (StrictJson.TryText(element, out var text) && StrictBase64Url.TryDecode(text, out bytes) && bytes.Length <= max);
    }
}
