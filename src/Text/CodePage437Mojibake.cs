namespace Blog.Text;

/// <summary>Judges which sequences of a text are UTF-8 misread as code page 437.</summary>
internal static class CodePage437Mojibake
{
    private const int ManyPairs = 3;

    /// <summary>The sequences to repair, in order.</summary>
    public static List<MojibakeSequence> Find(string text)
    {
        var sequences = MojibakeReader.Sequences(text, CodePageTable.CodePage437);
        // A box-drawing character with a letter or sign is a letter of two bytes; two box-drawing characters may be a drawing.
        var isWriting = sequences.Count(sequence => sequence.Length == 2 && IsMixedPair(text, sequence)) >= ManyPairs;
        return sequences.FindAll(sequence => sequence.Length switch
        {
            2 => IsBox(text[sequence.Start]) && (isWriting || (IsMixedPair(text, sequence) && !IsBox(Neighbour(text, sequence.Start - 1)))),
            3 => IsThree(text, sequence),
            _ => true,
        });
    }

    private static bool IsMixedPair(string text, MojibakeSequence sequence) =>
        IsBox(text[sequence.Start]) && !IsBox(text[sequence.Start + 1]);

    private static bool IsThree(string text, MojibakeSequence sequence) => sequence.Value switch
    {
        >= 0x2000 and <= 0x2BFF => true, // quotes, dashes, signs: Greek capital gamma, capital C cedilla and a letter
        _ => IsBox(text[sequence.Start + 1]) && char.IsLetter(Neighbour(text, sequence.Start - 1)) && char.IsLetter(Neighbour(text, sequence.Start + 3)),
    };

    private static bool IsBox(char c) => c is >= '\u2500' and <= '\u259F';

    private static char Neighbour(string text, int at) => at >= 0 && at < text.Length ? text[at] : ' ';
}
