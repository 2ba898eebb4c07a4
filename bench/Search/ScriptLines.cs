namespace Blog.Bench.Search;

/// <summary>Texts that the oracle cannot be asked and the script can: with line ends, half surrogate pairs and redaction marks, whole and broken.</summary>
internal static class ScriptLines
{
    private static readonly string[] Pieces =
    [
        "\n", "\r\n", "\uD83D", "\uDE00", "\uDC00\uD800", "[redacted]", "[redacted: town]", " [redacted: Officer A] ", "\\[redacted]", "[redacted", "[redacted: ", "[redacted: 1]", "[redacted:town]",
        "[Redacted]", "[redacted: a label of forty-one letters is too lon]", "[redacted: a label of forty letters is not too lo]", "[[redacted]]", "POs", "TR\u2019s",
    ];

    /// <summary>Each line with one or more of the pieces put in anywhere, also between the halves of a pair; the same arguments give the same texts.</summary>
    public static IEnumerable<string> Torn(IEnumerable<string> lines, int seed)
    {
        var random = new Random(seed);
        foreach (var line in lines)
        {
            var text = line;
            for (var left = random.Next(1, 5); left > 0; left--)
            {
                text = text.Insert(random.Next(text.Length + 1), Pieces[random.Next(Pieces.Length)]);
            }

            yield return text;
        }
    }
}
