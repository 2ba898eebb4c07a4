using Blog.Redact.Gazetteers;

namespace Blog.Redact.Tagging;

/// <summary>Finds the chunks of a document: runs of capitals with the small words inside them, and numbers with their marks, months and currencies.</summary>
internal static class TagChunkReader
{
    private const int MaxChunk = 12;

    /// <summary>Small words that stand inside names, in hashes.</summary>
    private static readonly HashSet<uint> Inside = [.. new[] { "of", "the", "for", "and", "de", "la", "du", "des", "von", "van", "der", "den", "bin", "al", "el", "on", "upon", "in", "&", "-", "'", "\u2019", "'s", "\u2019s", ".", "/" }.Select(HashOf)];

    /// <summary>What stands inside numbers and dates.</summary>
    private static readonly HashSet<uint> InsideNumber = [.. new[] { ".", ",", "/", "-", ":", "\u2013", "th", "st", "nd", "rd", "and", "%", "per", "cent", "of" }.Select(HashOf)];

    /// <summary>Currencies: part of an amount.</summary>
    private static readonly HashSet<uint> Currencies = [.. new[] { "eur", "usd", "gbp", "\u20AC", "$", "\u00A3", "euros", "euro", "pounds", "dollars", "pln", "try", "rub", "uah", "czk", "frf", "dem", "itl", "trl", "chf", "atl", "liras", "lira", "roubles", "%", "million", "thousand", "hundred" }.Select(HashOf)];

    /// <summary>The chunks, and each token's chunk set.</summary>
    public static List<TagChunk> Read(string text, TagToken[] tokens, List<(int First, int After)> lines)
    {
        var chunks = new List<TagChunk>();
        foreach (var (first, after) in lines)
        {
            for (var i = first; i < after;)
            {
                var end = IsNumeric(tokens[i]) ? EndOfNumber(tokens, i, after) : IsName(tokens[i]) ? EndOfName(text, tokens, i, after) : i;
                if (end == i)
                {
                    i++;
                    continue;
                }

                var start = i;
                i = end;
                if (!IsNumeric(tokens[start]) && end - start > 1 && tokens[start].Is(TagForms.OpensSentence) && tokens[start].Is(WordClass.Common) && !tokens[start].Is(WordClass.Title | WordClass.Forename))
                {
                    start++; // "The Supreme Court" at the head of a sentence is "Supreme Court" inside it
                    while (start < end && !tokens[start].Is(TagForms.Capital))
                    {
                        start++;
                    }
                }

                Add(tokens, chunks, start, end);
            }
        }

        return chunks;
    }

    private static void Add(TagToken[] tokens, List<TagChunk> chunks, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var hash = TagHash.Seed;
        for (var i = start; i < end; i++)
        {
            hash = TagHash.Of(1, hash, tokens[i].Word);
            tokens[i].Chunk = chunks.Count;
        }

        chunks.Add(new TagChunk(start, end, hash, IsNumeric(tokens[start])));
    }

    private static bool IsNumeric(in TagToken token) =>
        token.Is(TagForms.Digit) || (token.Is(WordClass.Month | WordClass.Weekday) && token.Is(TagForms.Capital)) || token.Is(WordClass.NumberWord) || Currencies.Contains(token.Word);

    private static bool IsName(in TagToken token) => token.Is(TagForms.Capital);

    private static int EndOfNumber(TagToken[] tokens, int start, int after)
    {
        var end = start + 1;
        for (var i = start + 1; i < after && i - start < MaxChunk; i++)
        {
            if (IsNumeric(tokens[i]))
            {
                end = i + 1;
            }
            else if (!InsideNumber.Contains(tokens[i].Word) || i > end + 1)
            {
                break;
            }
        }

        return end;
    }

    private static int EndOfName(string text, TagToken[] tokens, int start, int after)
    {
        var end = start + 1;
        for (var i = start + 1; i < after && i - start < MaxChunk; i++)
        {
            if (IsName(tokens[i]) && !IsNumeric(tokens[i]))
            {
                end = i + 1;
            }
            else if (!Inside.Contains(tokens[i].Word) || i > end + 1 || (text[tokens[i].Start] == '.' && !tokens[i - 1].Is(TagForms.Initial) && !tokens[i - 1].Is(WordClass.Title)))
            {
                break;
            }
        }

        return end;
    }

    private static uint HashOf(string word)
    {
        var hash = TagHash.Seed;
        foreach (var letter in word)
        {
            hash = TagHash.Add(hash, letter);
        }

        return hash;
    }
}
