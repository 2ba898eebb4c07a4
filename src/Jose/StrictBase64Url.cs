using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Blog.Jose;

/// <summary>base64url as JOSE writes it (RFC 7515, 2): no padding, no white space, and one spelling only for the same bytes.</summary>
/// <remarks>The framework's decoder passes over white space, padding and loose last bits. Each would be a second spelling of one blob, which a list of blobs already read would take for a new one.</remarks>
internal static class StrictBase64Url
{
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes; false where the text is not what <see cref="Encode"/> makes of some bytes.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet) || !HasZeroRest(text))
        {
            return false;
        }

        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }

    /// <summary>As <see cref="TryDecode(ReadOnlySpan{char}, out byte[])"/>, of a known number of bytes.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, int length, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        return text.Length == ((length * 4) + 2) / 3 && TryDecode(text, out bytes) && bytes.Length == length;
    }

    /// <summary>The last sign of two holds two bits of the bytes, of three four; the others are zero.</summary>
    private static bool HasZeroRest(ReadOnlySpan<char> text) => (text.Length % 4) switch
    {
        2 => (Value(text[^1]) & 0b1111) == 0,
        3 => (Value(text[^1]) & 0b11) == 0,
        _ => true,
    };

    private static int Value(char sign) => sign switch
    {
        >= 'A' and <= 'Z' => sign - 'A',
        >= 'a' and <= 'z' => sign - 'a' + 26,
        >= '0' and <= '9' => sign - '0' + 52,
        '-' => 62,
        _ => 63,
    };
}
