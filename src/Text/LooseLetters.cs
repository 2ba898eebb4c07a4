namespace Blog.Text;

/// <summary>Brings letters and digits together that are written for each other on purpose: 0 and o, 1, i and l, 3 and e. One word in plain letters never becomes another by it: see <see cref="TermMatcher"/>.</summary>
internal static class LooseLetters
{
    private static readonly char[] Table = Build();

    /// <summary>The letter that stands for all that are written for it.</summary>
    public static char Of(char letter) => letter < 0x80 ? Table[letter] : letter;

    /// <summary>All letters of a pattern or text.</summary>
    public static void Of(ReadOnlySpan<char> letters, Span<char> target)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            target[i] = Of(letters[i]);
        }
    }

    /// <summary>The same of a string.</summary>
    public static string Of(string letters) => string.Create(letters.Length, letters, static (target, source) => Of(source, target));

    private static char[] Build()
    {
        var table = new char[0x80];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = (char)c;
        }

        foreach (var (from, to) in new[] { ('i', 'l'), ('1', 'l'), ('0', 'o'), ('3', 'e'), ('4', 'a'), ('5', 's'), ('7', 't'), ('8', 'b'), ('9', 'g'), ('6', 'g'), ('2', 'z') })
        {
            table[from] = to;
        }

        return table;
    }
}
