namespace Blog.Text;

/// <summary>Judges which sequences of a text are UTF-8 misread through a page that is rare in English: MacRoman, Windows-1251, Windows-1250.</summary>
/// <remarks>
/// Punctuation of three bytes ("‚Äô", "вЂ™") is nothing that anybody writes. A letter of two bytes is believed only where its second character is a
/// sign within a word ("r√©gime"), or where nearly everything beyond ASCII fits: so real Russian, Romanian and formulas stay.
/// </remarks>
internal static class RarePageMojibake
{
    private const int ManySequences = 4;

    /// <summary>The sequences to repair, in order.</summary>
    public static List<MojibakeSequence> Find(string text, CodePageTable page)
    {
        var sequences = MojibakeReader.Sequences(text, page);
        if (sequences.Count == 0)
        {
            return sequences;
        }

        var isWriting = sequences.Count >= ManySequences && Covers(text, sequences);
        return sequences.FindAll(sequence => isWriting || sequence.Length switch
        {
            2 => IsTwo(text, sequence),
            3 => sequence.Value is (>= 0x2010 and <= 0x2BFF) or (>= 0xFB00 and <= 0xFB06) or 0xFEFF,
            _ => true, // four or six fitting characters in a row are no accident
        });
    }

    /// <summary>A sign where a letter stands in a word, and a letter comes of it; or the sign itself behind a stray character.</summary>
    private static bool IsTwo(string text, MojibakeSequence sequence)
    {
        var lead = text[sequence.Start];
        var next = text[sequence.Start + 1];
        var before = sequence.Start > 0 ? text[sequence.Start - 1] : ' ';
        var after = sequence.Start + 2 < text.Length ? text[sequence.Start + 2] : ' ';
        // Words in capitals end in such letters before blanks and trademarks.
        var inWord = char.IsAsciiLetterLower(before) || (!char.IsLetter(next) && char.IsAsciiLetterLower(after) && !(char.IsAsciiLetterUpper(before) && next == '\u00A0'));
        return lead switch
        {
            '\u221A' or '\u2248' or '\u0192' => inWord && sequence.Value is >= 0xC0 and <= 0x24F, // the root sign, "almost equal" and the florin of MacRoman
            '\u00AC' => char.IsAsciiDigit(after) && sequence.Value is 0xA3 or 0xA5, // "¬£5"
            '\u0102' or '\u0139' => inWord && !char.IsLetter(next), // A and L with their Central European marks
            '\u0412' => char.IsAsciiDigit(after) && sequence.Value is 0xA3 or 0xA5, // Cyrillic, "pounds"
            '\u0413' => inWord && !char.IsLetter(next),
            _ => false,
        };
    }

    /// <summary>Whether at least nine in ten characters beyond ASCII lie in sequences.</summary>
    private static bool Covers(string text, List<MojibakeSequence> sequences)
    {
        var held = sequences.Sum(sequence => sequence.Length);
        var all = 0;
        foreach (var c in text)
        {
            all += c >= '\u0080' ? 1 : 0;
        }

        return held * 10 >= all * 9;
    }
}
