using System.Buffers;
using System.Text;

namespace Blog.Gate.Bytes;

/// <summary>Finds runs of base64 and of hex digits that decode to text.</summary>
internal static class EncodedRuns
{
    private const int ShortestBase64 = 8; // six bytes
    private const int ShortestHex = 8; // four bytes

    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"u8);
    private static readonly SearchValues<byte> CapitalsAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static readonly byte[] Values = BuildValues();
    private static readonly bool[] BeginsWide = [.. Enumerable.Range(0, 256).Select(value => value is <= 0x06 or 0x1E or 0x20 or 0x21 or 0x24 or 0x30 or 0xD8 or >= 0xDC and <= 0xDF or 0xFE or 0xFF)];
    private static readonly ByteClass[] Classes = [.. Enumerable.Range(0, 256).Select(value => ClassOf((byte)value))];
    private static readonly bool[] InRun = [.. Enumerable.Range(0, 256).Select(value => Base64.Contains((byte)value))];

    private enum ByteClass : byte
    {
        Printable,
        Continuation,
        Lead,
        Other,
    }

    /// <summary>What the runs of a layer decode to, each a layer of its own.</summary>
    public static IEnumerable<ByteLayer> Decode(ByteLayer layer, GateSwitches switches)
    {
        for (var at = 0; TryNext(layer.Bytes.Span, ref at, out var length); at += length)
        {
            // As base64 every third byte of digits would be 0xD0 or above, which no name in Latin letters has, in UTF-8 or UTF-16.
            if (switches.Base64 && length >= ShortestBase64 && !IsId(layer.Bytes.Span.Slice(at, length)))
            {
                // The first letters may belong to something else ("/TWFy"): a run can begin at any of four places.
                for (var skip = 0; skip < 4 && length - skip >= ShortestBase64 - 3; skip++)
                {
                    if (BeginsAsText(layer.Bytes.Span.Slice(at + skip, length - skip)) && TryBase64(layer, Lines(layer.Bytes.Span, at, length), skip) is { } decoded)
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
    /// <remarks>A run of eight holds every eighth byte from where the one before ended, so of most of a text, whose words are shorter, only that one is looked at.</remarks>
    private static bool TryNext(ReadOnlySpan<byte> bytes, ref int at, out int length)
    {
        while (at + ShortestBase64 <= bytes.Length)
        {
            var last = at + ShortestBase64 - 1;
            if (!InRun[bytes[last]])
            {
                at = last + 1;
                continue;
            }

            var start = last;
            while (start > at && InRun[bytes[start - 1]])
            {
                start--;
            }

            var end = last + 1;
            while (end < bytes.Length && InRun[bytes[end]])
            {
                end++;
            }

            (at, length) = (start, end - start);
            if (length >= ShortestBase64 && bytes.Slice(at + 1, length - 1).IndexOfAny(CapitalsAndDigits) >= 0)
            {
                return true;
            }

            at = end;
        }

        length = 0;
        return false;
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

    /// <summary>Whether the first bytes that a run decodes to are text; most words of other kinds are none from the start.</summary>
    private static bool BeginsAsText(ReadOnlySpan<byte> run)
    {
        Span<byte> first = stackalloc byte[9];
        var count = 0;
        for (var i = 0; i + 1 < run.Length && count < first.Length; i += 4)
        {
            var group = (Values[run[i]] << 18) | (Values[run[i + 1]] << 12) | ((i + 2 < run.Length ? Values[run[i + 2]] : 0) << 6) | (i + 3 < run.Length ? Values[run[i + 3]] : 0);
            first[count++] = (byte)(group >> 16);
            if (i + 2 < run.Length)
            {
                first[count++] = (byte)(group >> 8);
            }

            if (i + 3 < run.Length)
            {
                first[count++] = (byte)group;
            }
        }

        return IsText(first[..count]);
    }

    private static ByteLayer? TryBase64(ByteLayer layer, List<int> offsets, int skip)
    {
        var bytes = layer.Bytes.Span;
        var decoded = new LayerBuilder(layer, offsets.Count * 3 / 4);
        for (var i = skip; i + 1 < offsets.Count; i += 4)
        {
            var group = 0;
            var count = Math.Min(4, offsets.Count - i);
            for (var k = 0; k < 4; k++)
            {
                group = (group << 6) | (k < count ? Values[bytes[offsets[i + k]]] : 0);
            }

            for (var k = 0; k < count - 1; k++)
            {
                decoded.Add((byte)(group >> (16 - (8 * k))), offsets[i]);
            }
        }

        return decoded.Length >= 4 && IsText(decoded.Written) ? decoded.ToLayer(isMarkup: true) : null;
    }

    /// <summary>Pairs of an id read as letters by chance: it counts as hex only where it is whole pairs and every one of them printable.</summary>
    private static ByteLayer? TryHex(ByteLayer layer, int at, int length)
    {
        var bytes = layer.Bytes.Span;
        if (bytes.Slice(at, length).IndexOfAnyExcept(HexDigits) >= 0)
        {
            return null;
        }

        var isId = IsId(bytes.Slice(at, length));
        if (isId && length % 2 != 0)
        {
            return null;
        }

        var decoded = new LayerBuilder(layer, length / 2);
        for (var i = at; i + 1 < at + length; i += 2)
        {
            EscapeBytes.TryHex(bytes[i], out var high);
            EscapeBytes.TryHex(bytes[i + 1], out var low);
            decoded.Add((byte)((high << 4) | low), i);
        }

        var isText = isId
            ? decoded.Written.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) < 0 || IsWide(decoded.Written, 0) || IsWide(decoded.Written, 1)
            : IsText(decoded.Written);
        return isText ? decoded.ToLayer(isMarkup: true) : null;
    }

    /// <summary>Whether a run is an id or an anchor, of which pages have many: digits, or a letter and digits (<c>c3595624070950931585</c>).</summary>
    private static bool IsId(ReadOnlySpan<byte> run) => run[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static byte[] BuildValues()
    {
        var values = new byte[256];
        var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8;
        for (var i = 0; i < digits.Length; i++)
        {
            values[digits[i]] = (byte)i;
        }

        values['+'] = values['-'] = 62;
        values['/'] = values['_'] = 63;
        return values;
    }

    /// <summary>Whether it is text but for a byte in eight: printable ASCII, UTF-8, or UTF-16.</summary>
    private static bool IsText(ReadOnlySpan<byte> decoded) => IsNarrow(decoded) || IsWide(decoded, 0) || IsWide(decoded, 1);

    private static bool IsNarrow(ReadOnlySpan<byte> decoded)
    {
        if (Others(decoded) > decoded.Length / 8)
        {
            return false;
        }

        var printable = 0;
        for (var at = 0; at < decoded.Length; at++)
        {
            var value = decoded[at];
            if (Classes[value] == ByteClass.Printable)
            {
                printable++;
            }
            else if (Classes[value] == ByteClass.Lead)
            {
                var status = Rune.DecodeFromUtf8(decoded[at..], out _, out var length);
                var isWhole = status == OperationStatus.Done || (status == OperationStatus.NeedMoreData && decoded.Length > 3);
                printable += isWhole ? length : 0;
                at += isWhole ? length - 1 : 0;
            }
        }

        return printable >= 3 && decoded.Length - printable <= decoded.Length / 8;
    }

    /// <summary>Bytes that are certainly no text: a cheap look that settles it for nearly every run, which is none.</summary>
    private static int Others(ReadOnlySpan<byte> decoded)
    {
        var others = 0;
        var before = ByteClass.Printable;
        foreach (var value in decoded)
        {
            var kind = Classes[value];
            var isAlone = kind == ByteClass.Continuation ? before is ByteClass.Printable or ByteClass.Other : before == ByteClass.Lead; // a lead at the end may be cut off
            others += kind == ByteClass.Other || isAlone ? 1 : 0;
            before = kind;
        }

        return others;
    }

    private static ByteClass ClassOf(byte value) => value switch
    {
        >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t' => ByteClass.Printable,
        >= 0x80 and < 0xC0 => ByteClass.Continuation,
        >= 0xC2 => ByteClass.Lead,
        _ => ByteClass.Other,
    };

    /// <summary>Whether every second byte is one of the few with which the code units of European texts, of letter-like signs and of surrogate pairs begin.</summary>
    private static bool IsWide(ReadOnlySpan<byte> decoded, int parity)
    {
        var units = 0;
        var fitting = 0;
        for (var at = parity; at < decoded.Length; at += 2)
        {
            units++;
            fitting += BeginsWide[decoded[at]] ? 1 : 0;
        }

        return units >= 3 && units - fitting <= units / 8;
    }
}
