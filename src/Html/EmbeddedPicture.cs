using System.Security.Cryptography;

namespace Blog.Html;

/// <summary>A picture whose bytes stood in a text itself, as a data address (RFC 2397), and the address that stands there in its place.</summary>
/// <param name="Address">Made of the hash of its bytes, on a host that is never resolved (RFC 2606); it stays in the private store.</param>
/// <param name="Bytes">The file, as it came.</param>
public sealed record EmbeddedPicture(string Address, ReadOnlyMemory<byte> Bytes)
{
    private const string Start = "https://embedded-picture.invalid/";

    private static readonly (string Type, string Suffix)[] Kinds = [("image/png", "png"), ("image/jpeg", "jpg"), ("image/jpg", "jpg"), ("image/pjpeg", "jpg"), ("image/gif", "gif"), ("image/webp", "webp")];

    /// <summary>Whether an address stands for a picture that stood in a text itself: no host has it.</summary>
    public static bool IsAddress(string address) => address.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Reads a data address of a picture; null where it is another address, of another kind, not in base64 or broken.</summary>
    /// <param name="address">The address as written, untrusted.</param>
    internal static EmbeddedPicture? Read(ReadOnlySpan<char> address)
    {
        const string scheme = "data:";
        const string packing = ";base64";
        var comma = address.IndexOf(',');
        if (comma < 0 || !address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || !address[..comma].TrimEnd(' ').EndsWith(packing, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var type = address[scheme.Length..comma];
        type = type[..type.IndexOf(';')].Trim(' '); // there is one: the packing's
        foreach (var (known, suffix) in Kinds)
        {
            if (type.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return Decode(address[(comma + 1)..]) is { Length: > 0 } bytes
                    ? new EmbeddedPicture($"{Start}{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}.{suffix}", bytes)
                    : null;
            }
        }

        return null;
    }

    private static byte[]? Decode(ReadOnlySpan<char> packed)
    {
        var text = packed.Contains('%') ? Uri.UnescapeDataString(packed.ToString()) : packed;
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(text, bytes, out var length) ? bytes[..length] : null; // white space between is passed over
    }
}
