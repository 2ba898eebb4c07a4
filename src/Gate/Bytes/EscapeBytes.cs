using System.Buffers;

namespace Blog.Gate.Bytes;

/// <summary>Reads one escape of any kind, and decodes stretches of bytes that hold some.</summary>
internal static class EscapeBytes
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create("&%\\="u8);

    /// <summary>Value of a hex digit.</summary>
    public static bool TryHex(byte digit, out int value)
    {
        value = digit switch
        {
            >= (byte)'0' and <= (byte)'9' => digit - '0',
            >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
            _ => -1,
        };
        return value >= 0;
    }

    /// <summary>Whether an escape of one of the kinds begins at a place.</summary>
    public static bool IsEscape(ReadOnlySpan<byte> bytes, int at, EscapeKind kinds) => bytes[at] switch
    {
        (byte)'%' => kinds.HasFlag(EscapeKind.Percent) && TryPair(bytes, at + 1, out _),
        (byte)'=' => kinds.HasFlag(EscapeKind.QuotedPrintable) && (TryPair(bytes, at + 1, out _) || IsLineEnd(bytes, at + 1)),
        (byte)'\\' => kinds.HasFlag(EscapeKind.Backslash) && at + 1 < bytes.Length,
        (byte)'&' => kinds.HasFlag(EscapeKind.Reference) && CharacterReferences.TryRead(bytes, at, out _, out _),
        _ => false,
    };

    /// <summary>Decodes [from, to) once; nested escapes are left for another pass.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="from">First byte.</param>
    /// <param name="to">After the last byte.</param>
    /// <param name="kinds">Escapes to decode.</param>
    /// <param name="isStyle">Whether a backslash is read as CSS reads it, not as JSON and script do.</param>
    public static ByteLayer Decode(ByteLayer layer, int from, int to, EscapeKind kinds, bool isStyle)
    {
        var bytes = layer.Bytes.Span[..to];
        var decoded = new LayerBuilder(layer, to - from);
        while (from < to)
        {
            var plain = bytes[from..].IndexOfAny(Signs);
            if (plain != 0)
            {
                var run = plain < 0 ? bytes[from..] : bytes.Slice(from, plain);
                decoded.AddRun(run, from);
                from += run.Length;
                continue;
            }

            var length = IsEscape(bytes, from, kinds) ? DecodeOne(bytes, from, isStyle, decoded) : 0;
            if (length == 0)
            {
                decoded.Add(bytes[from], from);
                length = 1;
            }

            from += length;
        }

        return decoded.ToLayer(isMarkup: true);
    }

    /// <summary>Writes what one escape stands for; returns its length, 0 where it is none after all.</summary>
    private static int DecodeOne(ReadOnlySpan<byte> bytes, int at, bool isStyle, LayerBuilder decoded)
    {
        switch (bytes[at])
        {
            case (byte)'&':
                CharacterReferences.TryRead(bytes, at, out var codePoints, out var length);
                foreach (var codePoint in codePoints)
                {
                    decoded.AddCodePoint(codePoint, at);
                }

                return length;
            case (byte)'%':
                TryPair(bytes, at + 1, out var value);
                decoded.Add((byte)value, at);
                return 3;
            case (byte)'=':
                if (!TryPair(bytes, at + 1, out value))
                {
                    return bytes[at + 1] == (byte)'\r' ? 3 : 2; // a soft line break joins
                }

                decoded.Add((byte)value, at);
                return 3;
            default:
                return isStyle ? DecodeStyle(bytes, at, decoded) : DecodeScript(bytes, at, decoded);
        }
    }

    /// <summary>CSS Syntax, section 4.3.7: one to six hex digits and a blank, or the character itself.</summary>
    private static int DecodeStyle(ReadOnlySpan<byte> bytes, int at, LayerBuilder decoded)
    {
        var value = 0;
        var end = at + 1;
        for (; end < bytes.Length && end - at <= 6 && TryHex(bytes[end], out var digit); end++)
        {
            value = (value * 16) + digit;
        }

        if (end == at + 1)
        {
            return bytes[end] is (byte)'\n' ? 2 : 1; // an escaped line end joins; any other character follows as itself
        }

        decoded.AddCodePoint(value, at);
        return end < bytes.Length && bytes[end] is (byte)' ' or (byte)'\n' or (byte)'\t' ? end - at + 1 : end - at;
    }

    /// <summary>JSON (RFC 8259) and script: \uXXXX, \u{X}, \xXX, octal is not read.</summary>
    private static int DecodeScript(ReadOnlySpan<byte> bytes, int at, LayerBuilder decoded)
    {
        switch (bytes[at + 1])
        {
            case (byte)'u' when TryUnit(bytes, at + 2, out var unit):
                if (char.IsHighSurrogate((char)unit) && at + 7 < bytes.Length && bytes[at + 6] == (byte)'\\' && bytes[at + 7] == (byte)'u' &&
                    TryUnit(bytes, at + 8, out var low) && char.IsLowSurrogate((char)low))
                {
                    decoded.AddCodePoint(char.ConvertToUtf32((char)unit, (char)low), at);
                    return 12;
                }

                decoded.AddCodePoint(unit, at);
                return 6;
            case (byte)'u' when at + 2 < bytes.Length && bytes[at + 2] == (byte)'{':
                return DecodeBraces(bytes, at, decoded);
            case (byte)'x' when TryPair(bytes, at + 2, out var value):
                decoded.AddCodePoint(value, at);
                return 4;
            case (byte)'n' or (byte)'r' or (byte)'t' or (byte)'b' or (byte)'f' or (byte)'v' or (byte)'0':
                decoded.Add((byte)' ', at);
                return 2;
            case (byte)'\n':
                return 2;
            default:
                decoded.Add(bytes[at + 1], at);
                return 2;
        }
    }

    private static int DecodeBraces(ReadOnlySpan<byte> bytes, int at, LayerBuilder decoded)
    {
        var value = 0;
        var end = at + 3;
        for (; end < bytes.Length && end - at < 10 && TryHex(bytes[end], out var digit); end++)
        {
            value = (value * 16) + digit;
        }

        if (end == at + 3 || end >= bytes.Length || bytes[end] != (byte)'}')
        {
            return 0;
        }

        decoded.AddCodePoint(value, at);
        return end - at + 1;
    }

    private static bool TryUnit(ReadOnlySpan<byte> bytes, int at, out int unit)
    {
        unit = 0;
        if (!TryPair(bytes, at, out var high) || !TryPair(bytes, at + 2, out var low))
        {
            return false;
        }

        unit = (high << 8) | low;
        return true;
    }

    private static bool TryPair(ReadOnlySpan<byte> bytes, int at, out int value)
    {
        value = 0;
        if (at + 1 >= bytes.Length || !TryHex(bytes[at], out var high) || !TryHex(bytes[at + 1], out var low))
        {
            return false;
        }

        value = (high << 4) | low;
        return true;
    }

    private static bool IsLineEnd(ReadOnlySpan<byte> bytes, int at) =>
        at < bytes.Length && (bytes[at] == (byte)'\n' || (bytes[at] == (byte)'\r' && at + 1 < bytes.Length && bytes[at + 1] == (byte)'\n'));
}
