using System.Text;

namespace Blog.Text;

/// <summary>Makes the patterns by which a term is found. They are spellings of the same words; other forms of a name (initials, nicknames) are decided by people and are terms of their own.</summary>
internal static class TermPatterns
{
    private const int LongTerm = 8; // letters; shorter ones read backwards or joined from the middle are other words too often
    private const int ManyDigits = 7;

    /// <summary>Patterns of one term; none where it holds no letter or digit.</summary>
    public static IEnumerable<TermPattern> Of(string term, int index)
    {
        var folded = FoldedText.Of(term);
        if (folded.Length == 0)
        {
            yield break;
        }

        var own = Make(folded, index, TermPatternKind.Own);
        yield return own;
        if (folded.Read.Shapes.Length > 0)
        {
            yield return own with { Letters = folded.Read.Shapes.ToString() };
        }

        if (Rotated(folded) is { } rotated)
        {
            yield return Make(FoldedText.Of(rotated), index, TermPatternKind.Respelled);
        }

        foreach (var spelling in Respelled(term, folded))
        {
            if (FoldedText.Of(spelling) is { Length: > 0 } other && other.Letters != folded.Letters)
            {
                yield return Make(other, index, TermPatternKind.Respelled);
            }
        }

        foreach (var hint in Hints(term, folded))
        {
            yield return Make(FoldedText.Of(hint), index, TermPatternKind.Hint);
        }
    }

    private static TermPattern Make(FoldedText text, int index, TermPatternKind kind)
    {
        var gaps = new LetterGap[text.Length];
        var read = text.Read;
        var isOneWord = true;
        var isUnspaced = text.Length > 1;
        for (var i = 1; i < text.Length; i++)
        {
            isUnspaced &= read.Is(i, LetterTraits.WordStart);
            gaps[i] = read.GapBefore(i);
            isOneWord &= gaps[i] < LetterGap.Soft;
        }

        var isName = kind == TermPatternKind.Own && read.Is(0, LetterTraits.Upper) && isOneWord && OrdinaryWords.Contains(text.Letters);
        return new TermPattern(text.Letters, index, kind, gaps, isName, isUnspaced);
    }

    /// <summary>"Quay, Linnet" of "Linnet Quay": the last word first. Null for one word and for short names.</summary>
    private static string? Rotated(FoldedText folded)
    {
        var read = folded.Read;
        var last = folded.Length - 1;
        while (last > 0 && read.GapBefore(last) < LetterGap.Space)
        {
            last--;
        }

        return last == 0 || folded.Length < LongTerm || folded.Length - last < 3 || char.IsAsciiDigit(folded.Letters[last])
            ? null
            : Words(folded, last, folded.Length) + " " + Words(folded, 0, last);
    }

    /// <summary>A stretch of folded letters with a blank at each gap.</summary>
    private static string Words(FoldedText folded, int from, int to)
    {
        var words = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            if (i > from && folded.Read.GapBefore(i) >= LetterGap.Soft)
            {
                words.Append(' ');
            }

            words.Append(folded.Letters[i]);
        }

        return words.ToString();
    }

    private static IEnumerable<string> Respelled(string term, FoldedText folded)
    {
        if (term.Contains('@', StringComparison.Ordinal) && term.Contains('.', StringComparison.Ordinal))
        {
            yield return term.Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal);
            yield return term.Replace("@", " at ", StringComparison.Ordinal);
            yield return term.Replace(".", " dot ", StringComparison.Ordinal);
        }

        var digits = string.Concat(folded.Letters.Where(char.IsAsciiDigit));
        if (digits.Length >= ManyDigits)
        {
            if (digits.Length < folded.Length)
            {
                yield return digits;
            }

            if (term.AsSpan().TrimStart().StartsWith('+') && digits.StartsWith("44", StringComparison.Ordinal))
            {
                yield return "0" + digits[2..]; // the same line dialled from within the country
            }
            else if (digits.Length is 10 or 11 && digits[0] == '0')
            {
                yield return "44" + digits[1..];
            }
        }

        if (!Ascii.IsValid(term))
        {
            yield return Misread(term);
        }
    }

    /// <summary>The term's UTF-8 as it looks when read as Windows-1252.</summary>
    private static string Misread(string term)
    {
        var misread = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(term))
        {
            misread.Append(unit < 0x80 ? (char)unit : CodePageTable.Windows1252.Character(unit));
        }

        return misread.ToString();
    }

    private static IEnumerable<string> Hints(string term, FoldedText folded)
    {
        if (folded.Length >= LongTerm)
        {
            var reversed = Words(folded, 0, folded.Length).ToCharArray();
            Array.Reverse(reversed);
            if (FoldedText.Of(new string(reversed)).Letters != folded.Letters)
            {
                yield return new string(reversed);
            }
        }

        var at = term.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && term.IndexOf('.', at) > 0 && FoldedText.Of(term[..at]).Length >= 6)
        {
            yield return term[..at];
        }
    }
}
