using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>Cuts a text into the words that carry its meaning, brought to one form each, with the sentences they stand in.</summary>
internal static class ContentWords
{
    private const int MaxWords = 4000;

    private static readonly HashSet<string> Stop = [.. WordTable.Read("Release.stop-words")];

    /// <summary>The content words of a stretch of text.</summary>
    public static IReadOnlyList<ContentWord> Of(string text, TextRange range)
    {
        var words = new List<ContentWord>();
        var sentence = 0;
        var clause = 0;
        var counted = 0;
        var i = range.Start;
        while (i < range.End && words.Count < MaxWords)
        {
            var c = text[i];
            if (!char.IsLetterOrDigit(c))
            {
                // A blank line or a run of stops ends one sentence, not two.
                var ends = c is '\n' or ProseView.Gap || (c is '.' or '!' or '?' && (i + 1 >= range.End || char.IsWhiteSpace(text[i + 1])));
                if (ends && words.Count > counted)
                {
                    sentence++;
                    counted = words.Count;
                }

                clause += ends || c is ',' or ';' or '(' or ')' or '-' or '\u2013' or '\u2014' or ':' ? 1 : 0;
                i++;
                continue;
            }

            var end = i;
            while (end < range.End && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '\u2019' && end + 1 < range.End && char.IsLetter(text[end + 1]))))
            {
                end++;
            }

            var word = text[i..end].ToLowerInvariant().Replace('\u2019', '\'');
            if (!Stop.Contains(word) && word.Any(char.IsLetter) && word.Length > 1)
            {
                words.Add(new ContentWord(Stem(word), i, sentence, clause));
            }

            i = end;
        }

        return words;
    }

    /// <summary>Cuts the commonest endings, so that "makes" is "make" and "professions" is "profession"; only for comparing.</summary>
    private static string Stem(string word)
    {
        word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }

        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "s"])
        {
            if (word.Length - ending.Length > 2 && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
