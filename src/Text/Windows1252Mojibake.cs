using System.Buffers;

namespace Blog.Text;

/// <summary>Judges which sequences of a text are UTF-8 misread as Windows-1252 or Latin-1.</summary>
internal static class Windows1252Mojibake
{
    private const int ManySequences = 4; // as many make a word in another script

    // They follow letters in good text too: "É…", "JÉ’s", "NESTLÉ®", "5×£35".
    private static readonly SearchValues<char> CommonAfterLetters = SearchValues.Create("‘’“”…–—™®¿¡£´\u00A0•‹›«»");

    // Good quotes beside bad letters prove nothing: they are typed by the editor, the letters are pasted.
    private static readonly SearchValues<char> ProveNothing = SearchValues.Create("‘’“”£€\u00A0");

    /// <summary>The sequences to repair, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isMended">Whether a character is the work of an earlier repair: it is no evidence for good letters, and a sequence of such characters is spoilt for sure.</param>
    public static List<MojibakeSequence> Find(string text, Func<int, bool> isMended)
    {
        var sequences = MojibakeReader.Sequences(text, CodePageTable.Windows1252);
        if (sequences.Count == 0)
        {
            return sequences;
        }
        var goodLetters = GoodCharacters(text, sequences, isMended);
        var threes = sequences.Count(sequence => sequence.Length == 3);
        var isWriting = threes >= 3 && goodLetters <= threes; // another script, letter by letter
        return sequences.FindAll(sequence => isMended(sequence.Start) || sequence.Length switch
        {
            2 => IsTwo(text, sequence, sequences.Count, goodLetters),
            3 => IsThree(text, sequence, isWriting),
            _ => true, // four or six fitting characters in a row are no accident
        });
    }

    private static bool IsTwo(string text, MojibakeSequence sequence, int count, int goodLetters)
    {
        var lead = text[sequence.Start];
        var next = text[sequence.Start + 1];
        var before = Before(text, sequence);
        var after = After(text, sequence);
        if (next is >= '\u0080' and <= '\u009F')
        {
            return true;
        }
        var isCommon = CommonAfterLetters.Contains(next);
        if (lead == 'Â')
        {
            // "Â£5", "Â ": the sign itself with a stray letter before it. Â ends words only in capitals.
            return sequence.Value >= 0xA0 && !(isCommon && char.IsUpper(before));
        }
        // One doubtful sequence among good letters could be someone's spelling.
        var isOutnumbered = goodLetters > 0 && (count == 1 || count < goodLetters);
        if (lead == 'Ã')
        {
            return !isOutnumbered && next switch
            {
                '\u00A0' => !char.IsUpper(before) || char.IsLower(after),
                '®' or '¡' or '¿' or '´' or '£' or '«' or '»' => char.IsLetter(before) || char.IsLower(after),
                _ when isCommon => char.IsLetter(before) && char.IsLetter(after),
                _ => true,
            };
        }
        return count >= ManySequences && goodLetters <= count
            ? true
            : !isOutnumbered && !(isCommon && next is not '«') && char.IsUpper(lead) && (char.IsLower(before) || char.IsLetter(after));
    }

    private static bool IsThree(string text, MojibakeSequence sequence, bool isWriting)
    {
        var span = text.AsSpan(sequence.Start, sequence.Length);
        if (span.ContainsAnyInRange('\u0080', '\u009F') || isWriting)
        {
            return true;
        }
        return sequence.Value switch
        {
            >= 0x2000 and <= 0x2BFF => true, // quotes, dashes, arrows, signs
            >= 0xFB00 and <= 0xFB06 => true, // ligatures
            0xFEFF or 0xFFFD => true,
            _ => char.IsLetter(Before(text, sequence)) && char.IsLetter(After(text, sequence)),
        };
    }

    /// <summary>Number of characters beyond ASCII outside all sequences that were read well.</summary>
    private static int GoodCharacters(string text, List<MojibakeSequence> sequences, Func<int, bool> isMended)
    {
        var good = 0;
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (next < sequences.Count && sequences[next].Start == i)
            {
                i += sequences[next++].Length - 1;
            }
            else if (text[i] >= '\u00A0' && !ProveNothing.Contains(text[i]) && !isMended(i))
            {
                good++;
            }
        }
        return good;
    }

    private static char Before(string text, MojibakeSequence sequence) => sequence.Start > 0 ? text[sequence.Start - 1] : ' ';

    private static char After(string text, MojibakeSequence sequence) =>
        sequence.Start + sequence.Length < text.Length ? text[sequence.Start + sequence.Length] : ' ';
}
