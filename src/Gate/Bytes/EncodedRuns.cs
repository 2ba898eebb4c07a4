using System.Buffers;
using System.Text;

namespace Blog.Gate.Bytes;

/// <summary>Finds runs of base64 and of hex digits that decode to text.</summary>
internal static class EncodedRuns
{
    private const int ShortestBase64 = 8; // six bytes
    private const int ShortestHex = 12; // six bytes

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);
    private static readonly SearchValues<byte> CapitalsAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>What the runs of a layer decode to, each a layer of its own.</summary>
    public static IEnumerable<ByteLayer> Decode(ByteLayer layer, GateSwitches switches)
    {
        for (var at = 0; TryNext(layer.Bytes.Span, ref at, out var length); at += length)
        {
            if (switches.Base64)
            {
                // The first letters may belong to something else ("/TWFy"): a run can begin at any of four places.
                var whole = Lines(layer.Bytes.Span, at, length);
                for (var skip = 0; skip < 4; skip++)
                {
                    if (whole.Count - skip >= (skip == 0 ? 1 : ShortestBase64) && TryBase64(layer, whole, skip) is { } decoded)
                    {
                        yield return decoded;
                    }
                }
            }

            if (switches.Hex && length >= ShortestHex && TryHex(layer, at, length) is { } text)
            {
                yield return text;
            }
        }
    }

    /// <summary>The next run that may be more than a word: base64 of a text has capitals or digits beyond its first letter.</summary>
    private static bool TryNext(ReadOnlySpan<byte> bytes, ref int at, out int length)
    {
        while (true)
        {
            length = 0;
            var skip = bytes[at..].IndexOfAny(Base64);
            if (skip < 0)
            {
                return false;
            }

            at += skip;
            length = bytes[at..].IndexOfAnyExcept(Base64);
            length = length < 0 ? bytes.Length - at : length;
            if (length >= ShortestBase64 && bytes.Slice(at + 1, length - 1).IndexOfAny(CapitalsAndDigits) >= 0)
            {
                return true;
            }

            at += length;
        }
    }

    /// <summary>Offsets of the letters of a run; a run of whole lines (RFC 2045 cuts at 76, PEM at 64) goes on with the next line.</summary>
    private static List<int> Lines(ReadOnlySpan<byte> bytes, int at, int length)
    {
        var offsets = Enumerable.Range(at, length).ToList();
        while (length >= 60)
        {
            var next = offsets[^1] + 1;
            var isEscaped = next + 1 < bytes.Length && bytes[next] == (byte)'\\' && bytes[next + 1] == (byte)'n';
            next = isEscaped ? next + 2 : next + Math.Max(0, bytes[next..].IndexOfAnyExcept((byte)'\r', (byte)'\n'));
            if (next == offsets[^1] + 1 || next >= bytes.Length)
            {
                break;
            }

            length = bytes[next..].IndexOfAnyExcept(Base64);
            length = length < 0 ? bytes.Length - next : length;
            offsets.AddRange(Enumerable.Range(next, length));
        }

        return offsets;
    }

    private static ByteLayer? TryBase64(ByteLayer layer, List<int> offsets, int skip)
    {
        var bytes = layer.Bytes.Span;
        var decoded = new LayerBuilder(layer);
        for (var i = skip; i + 1 < offsets.Count; i += 4)
        {
            var group = 0;
            var count = Math.Min(4, offsets.Count - i);
            for (var k = 0; k < 4; k++)
            {
                group = (group << 6) | (k < count ? Value(bytes[offsets[i + k]]) : 0);
            }

            for (var k = 0; k < count - 1; k++)
            {
                decoded.Add((byte)(group >> (16 - (8 * k))), offsets[i]);
            }

            // Most words of other kinds are no text from the start: give up early.
            if (decoded.Length is >= 6 and < 9 && !IsText(decoded))
            {
                return null;
            }
        }

        return decoded.Length >= 4 && IsText(decoded) ? decoded.ToLayer(isMarkup: true) : null;
    }

    private static ByteLayer? TryHex(ByteLayer layer, int at, int length)
    {
        var bytes = layer.Bytes.Span;
        if (bytes.Slice(at, length).IndexOfAnyExcept(HexDigits) >= 0)
        {
            return null;
        }

        var decoded = new LayerBuilder(layer);
        for (var i = at; i + 1 < at + length; i += 2)
        {
            EscapeBytes.TryHex(bytes[i], out var high);
            EscapeBytes.TryHex(bytes[i + 1], out var low);
            decoded.Add((byte)((high << 4) | low), i);
        }

        return IsText(decoded) ? decoded.ToLayer(isMarkup: true) : null;
    }

    private static int Value(byte digit) => digit switch
    {
        >= (byte)'A' and <= (byte)'Z' => digit - 'A',
        >= (byte)'a' and <= (byte)'z' => digit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => digit - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        _ => 63,
    };

    /// <summary>Whether nearly all of it is printable: ASCII, UTF-8 or UTF-16.</summary>
    private static bool IsText(LayerBuilder decoded)
    {
        var (printable, zeros, total) = decoded.Count(static value => value is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t' or >= 0xC2 and <= 0xF4 or >= 0x80 and <= 0xBF);
        return printable + zeros >= total * 9 / 10 && zeros <= total / 2 && printable >= 4;
    }
}
