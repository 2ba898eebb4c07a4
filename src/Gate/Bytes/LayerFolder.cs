using System.Buffers;
using System.Text;
using Blog.Text;

namespace Blog.Gate.Bytes;

/// <summary>
/// Folds the bytes of a layer into two texts: what stands between tags, with words that inline tags split made whole, and what stands in tags,
/// comments and scripts. Character references are read in place; all other escapes are listed for a second look.
/// </summary>
/// <remarks>
/// Each byte goes into one of the two, so a page is folded once. Other escapes are not read in place, because what is an escape depends on who reads:
/// "100%Adam" is not "100", U+00AD, "am" to a person.
/// </remarks>
internal sealed class LayerFolder(GateSwitches switches)
{
    private static readonly SearchValues<byte> MarkupSpecials = SearchValues.Create([.. "<&%\\="u8.ToArray(), .. Enumerable.Range(0x80, 0x80).Select(i => (byte)i)]);
    private static readonly SearchValues<byte> PlainSpecials = SearchValues.Create([.. "&%\\="u8.ToArray(), .. Enumerable.Range(0x80, 0x80).Select(i => (byte)i)]);

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    /// <summary>What stands between tags; of a layer without markup everything.</summary>
    public TextFolder Text { get; } = new();

    /// <summary>What stands in tags, comments and scripts; parts of it never join.</summary>
    public TextFolder Markup { get; } = new();

    /// <summary>Offsets in the layer where escapes begin, in order.</summary>
    public List<int> Escapes { get; } = [];

    /// <summary>Values of attributes that hold markup of their own, in order.</summary>
    public List<(int From, int To)> Inner { get; } = [];

    /// <summary>Folds a layer; the properties hold what was found until the next call.</summary>
    public void Read(ByteLayer layer)
    {
        Text.Clear();
        Markup.Clear();
        Escapes.Clear();
        Inner.Clear();
        var bytes = layer.Bytes.Span;
        if (!layer.IsMarkup)
        {
            Fold(bytes, 0, bytes.Length, Text, isMarkup: false);
            return;
        }

        for (var at = 0; at < bytes.Length;)
        {
            var open = bytes[at..].IndexOf((byte)'<');
            var end = open < 0 ? bytes.Length : at + open;
            if (switches.Text)
            {
                Fold(bytes, at, end, Text, isMarkup: true);
            }

            at = end < bytes.Length ? ReadTag(bytes, end) : end;
        }

        Escapes.Sort(); // markup is folded as it comes, but a tag's escapes may be listed after its text's
    }

    private int ReadTag(ReadOnlySpan<byte> bytes, int at)
    {
        var kind = TagBytes.Read(bytes, at, out var name, out var end);
        switch (kind)
        {
            case TagBytes.Kind.Text:
                Text.Part(LetterGap.Space);
                return at + 1;
            case TagBytes.Kind.Comment:
                Text.Part(switches.TagJoins ? LetterGap.Join : LetterGap.Block);
                FoldMarkup(bytes, at + 4, end - 3);
                return end;
            case TagBytes.Kind.CData:
                Text.Part(LetterGap.Join);
                return end;
            case TagBytes.Kind.Declaration:
                FoldMarkup(bytes, at + 2, end - 1);
                return end;
            case TagBytes.Kind.Start or TagBytes.Kind.End:
                var named = bytes[name];
                Text.Part(GapOf(named));
                FoldTag(bytes, at + 1, end - 1);
                return kind == TagBytes.Kind.Start && IsRaw(named) ? ReadRaw(bytes, named, end) : end;
            default:
                throw new InvalidOperationException($"No such kind of tag: {kind}.");
        }
    }

    private LetterGap GapOf(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "br"u8) ? LetterGap.Space
        : ElementTable.IsInline(name) && switches.TagJoins ? LetterGap.Join
        : LetterGap.Block;

    private static bool IsRaw(ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(name, "script"u8) || Ascii.EqualsIgnoreCase(name, "style"u8);

    /// <summary>The text of a script or style element, which has no tags.</summary>
    private int ReadRaw(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name, int at)
    {
        for (var from = at; from < bytes.Length; from++)
        {
            var close = bytes[from..].IndexOf("</"u8);
            if (close < 0)
            {
                break;
            }

            from += close;
            if (from + 2 + name.Length <= bytes.Length && Ascii.EqualsIgnoreCase(bytes.Slice(from + 2, name.Length), name))
            {
                FoldStrings(bytes, at, from);
                return from;
            }
        }

        FoldStrings(bytes, at, bytes.Length);
        return bytes.Length;
    }

    /// <summary>Script and structured data: what stands between double quotes is a text for itself.</summary>
    private void FoldStrings(ReadOnlySpan<byte> bytes, int from, int to)
    {
        while (from < to)
        {
            var quote = bytes[from..to].IndexOf((byte)'"');
            var end = quote < 0 ? to : from + quote;
            FoldMarkup(bytes, from, end);
            from = end + 1;
        }
    }

    private void FoldMarkup(ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (switches.Markup)
        {
            Markup.Part(LetterGap.Wall);
            Fold(bytes, from, Math.Max(from, to), Markup, isMarkup: false);
            Markup.Part(LetterGap.Wall);
        }
    }

    /// <summary>The inside of a tag: values by themselves, each quoted one whole.</summary>
    private void FoldTag(ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (!switches.Markup)
        {
            return;
        }

        while (from < to)
        {
            Markup.Part(LetterGap.Wall);
            var quote = bytes[from..to].IndexOfAny((byte)'"', (byte)'\'');
            if (quote < 0)
            {
                Fold(bytes, from, to, Markup, isMarkup: true);
                break;
            }

            Fold(bytes, from, from + quote, Markup, isMarkup: true);
            Markup.Part(LetterGap.Wall);
            var value = from + quote + 1;
            var close = bytes[value..to].IndexOf(bytes[value - 1]);
            var end = close < 0 ? to : value + close;
            Fold(bytes, value, end, Markup, isMarkup: true);
            if (bytes[value..end].Contains((byte)'<'))
            {
                Inner.Add((value, end)); // srcdoc, or a title that somebody wrote tags into
            }

            from = end + 1;
        }

        Markup.Part(LetterGap.Wall);
    }

    private void Fold(ReadOnlySpan<byte> bytes, int from, int to, TextFolder target, bool isMarkup)
    {
        var specials = isMarkup ? MarkupSpecials : PlainSpecials;
        while (from < to)
        {
            var run = bytes[from..to].IndexOfAny(specials);
            if (run < 0)
            {
                target.AppendAscii(bytes[from..to], from);
                return;
            }

            if (run > 0)
            {
                target.AppendAscii(bytes.Slice(from, run), from);
                from += run;
            }

            from += bytes[from] < 0x80 ? FoldSign(bytes[..to], from, target, isMarkup) : FoldForeign(bytes[..to], from, target);
        }
    }

    private int FoldSign(ReadOnlySpan<byte> bytes, int at, TextFolder target, bool isMarkup)
    {
        if (bytes[at] == (byte)'&' && isMarkup && switches.Entities && CharacterReferences.TryRead(bytes, at, out var codePoints, out var length))
        {
            foreach (var codePoint in codePoints)
            {
                target.Append(codePoint, at, at + length);
                if (codePoint is '<' or '&' or '%' or '\\' or '=' && MayGoOn(bytes[(at + length)..], codePoint))
                {
                    Escapes.Add(at);
                }
            }

            return length;
        }

        if (EscapeBytes.IsEscape(bytes, at, isMarkup ? EscapeKind.NotReference : EscapeKind.All))
        {
            Escapes.Add(at);
        }

        target.AppendAscii(bytes.Slice(at, 1), at);
        return 1;
    }

    /// <summary>Whether what follows a sign that was itself written as a reference may make markup or an escape of it.</summary>
    private static bool MayGoOn(ReadOnlySpan<byte> next, int sign)
    {
        if (next.IsEmpty)
        {
            return false;
        }

        if (next[0] == (byte)'&')
        {
            return true; // the next one is written as a reference too
        }

        return sign switch
        {
            '<' => next[0] is (byte)'/' or (byte)'!' or (byte)'?' || char.IsAsciiLetter((char)next[0]),
            '&' => next[0] == (byte)'#' || EndsAsName(next),
            '%' or '=' => EscapeBytes.TryHex(next[0], out _),
            _ => true,
        };
    }

    private static bool EndsAsName(ReadOnlySpan<byte> next)
    {
        var end = next.IndexOfAnyExcept(NameBytes);
        return end is > 0 and < 33 && next[end] == (byte)';';
    }

    /// <summary>UTF-8; a byte that is none is read as Windows-1252 reads it.</summary>
    private static int FoldForeign(ReadOnlySpan<byte> bytes, int at, TextFolder target)
    {
        if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == OperationStatus.Done)
        {
            target.Append(rune.Value, at, at + length);
            return length;
        }

        if (bytes[at] == 0xFF && at + 1 < bytes.Length && bytes[at + 1] >= 0xC0)
        {
            target.Part(LetterGap.Space); // a marker of JPEG (ITU T.81, section B.1.1.2) ends the text of a segment; "ÿ" and another such letter would go on with its last word
            return 1;
        }

        target.Append(bytes[at] is 0x91 or 0x92 ? '\'' : bytes[at], at, at + 1);
        return 1;
    }
}
