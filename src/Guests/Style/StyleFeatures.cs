namespace Blog.Guests.Style;

/// <summary>Counts what is counted of a text: runs of letters, words of the closed classes, marks, lengths, short forms.</summary>
/// <remarks>
/// The families are those of the literature on telling writers apart: character n-grams and function words (Burrows 2002, "Delta"; Stamatatos
/// 2009), standardised against a crowd. Which n-grams is settled by the crowd, the rest by tables of this folder.
/// </remarks>
internal sealed class StyleFeatures
{
    private const int MostGrams = 600;

    /// <summary>Marks that are counted, with their names for readers.</summary>
    private static readonly (string Mark, string Name)[] Marks =
        [(",", "commas"), (";", "semicolons"), (":", "colons"), ("\u2013", "dashes"), ("(", "brackets"), ("!", "exclamation marks"), ("?", "question marks"), ("...", "dots of omission"), ("\"", "quotation marks"), ("&", "\"&\" for \"and\""), ("/", "strokes")];

    private static readonly string[] Openers = ["and", "but", "so", "however", "well", "i", "we", "it", "there", "this"];

    private static readonly HashSet<string> ShortForms = [.. StyleTable.Contractions.Select(pair => pair.Short)];

    private readonly Dictionary<string, int> _grams;

    private readonly List<(string Name, double Weight)> _names;

    private StyleFeatures(Dictionary<string, int> grams)
    {
        _grams = grams;
        _names = [.. Named()];
        Count = _names.Count + grams.Count;
    }

    /// <summary>How many values a text has.</summary>
    public int Count { get; }

    /// <summary>How many of them have names that can be shown; they come first.</summary>
    public int NamedCount => _names.Count;

    /// <summary>Settles the n-grams: the most frequent of three and four characters over a crowd, of equals the first in ordinal order.</summary>
    public static StyleFeatures Of(IEnumerable<string> crowd)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in crowd)
        {
            foreach (var gram in Grams(text))
            {
                counts[gram] = counts.GetValueOrDefault(gram) + 1;
            }
        }

        return new StyleFeatures(counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostGrams)
            .Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i, StringComparer.Ordinal));
    }

    /// <summary>The mark behind a name; null where it is none.</summary>
    public static string? SignOf(string name) => Array.Find(Marks, mark => mark.Name == name).Mark;

    /// <summary>The word behind the name of a habit to begin sentences with; null where it is none.</summary>
    public static string? OpenerOf(string name) => Array.Find(Openers, word => OpenerName(word) == name);

    /// <summary>What a value counts, in words; only of the named ones.</summary>
    public string NameOf(int feature) => _names[feature].Name;

    /// <summary>How much a value counts in a distance: each family as much as its number's root.</summary>
    public double WeightOf(int feature) => feature < _names.Count ? _names[feature].Weight : 1;

    /// <summary>The values of a text: rates a thousand words or characters, means, shares.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Only so many of its first words.</param>
    public double[] Measure(StyleText text, int words)
    {
        var values = new double[Count];
        var count = Math.Min(words, text.Words.Count);
        if (count == 0)
        {
            return values;
        }

        var plain = text.Beginning(count);
        var at = Vocabulary(text, count, values);
        at = MarkRates(plain, count, values, at);
        at = OpenerRates(text, count, values, at);
        Lengths(text, plain, count, values, at);
        var grams = 0;
        foreach (var gram in Grams(plain))
        {
            grams++;
            if (_grams.TryGetValue(gram, out var number))
            {
                values[_names.Count + number]++;
            }
        }

        for (var i = _names.Count; i < values.Length; i++)
        {
            values[i] = values[i] * 1000 / Math.Max(1, grams);
        }

        return values;
    }

    private static string OpenerName(string word) => $"sentences that begin with \"{word}\"";

    private static IEnumerable<(string Name, double Weight)> Named()
    {
        foreach (var word in StyleTable.FunctionWords)
        {
            yield return ($"\"{word}\"", 1.5);
        }

        foreach (var (_, name) in Marks)
        {
            yield return (name, 2);
        }

        foreach (var word in Openers)
        {
            yield return (OpenerName(word), 1);
        }

        foreach (var name in new[] { "long sentences", "sentences of uneven length", "long words", "short forms (\"don't\")", "words in capitals", "figures in digits", "long paragraphs" })
        {
            yield return (name, 2);
        }
    }

    private static int Vocabulary(StyleText text, int count, double[] values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            counts[text.Words[i].Lower] = counts.GetValueOrDefault(text.Words[i].Lower) + 1;
        }

        var at = 0;
        foreach (var word in StyleTable.FunctionWords)
        {
            values[at++] = counts.GetValueOrDefault(word) * 1000.0 / count;
        }

        return at;
    }

    private static int MarkRates(string plain, int count, double[] values, int at)
    {
        foreach (var (mark, _) in Marks)
        {
            values[at++] = plain.AsSpan().Count(mark) * 1000.0 / count;
        }

        return at;
    }

    private static int OpenerRates(StyleText text, int count, double[] values, int at)
    {
        var sentences = text.Sentences.Where(sentence => sentence.FirstWord < count).ToList();
        foreach (var word in Openers)
        {
            values[at++] = sentences.Count(sentence => text.Words[sentence.FirstWord].Lower == word) * 100.0 / Math.Max(1, sentences.Count);
        }

        return at;
    }

    private static void Lengths(StyleText text, string plain, int count, double[] values, int at)
    {
        var lengths = text.Sentences.Where(sentence => sentence.FirstWord < count).Select(sentence => (double)sentence.WordCount).DefaultIfEmpty(0).ToList();
        var mean = lengths.Average();
        var words = text.Words.Take(count).ToList();
        values[at] = mean;
        values[at + 1] = Math.Sqrt(lengths.Average(length => (length - mean) * (length - mean)));
        values[at + 2] = words.Average(word => (double)word.Length);
        values[at + 3] = words.Count(word => ShortForms.Contains(word.Lower)) * 1000.0 / count;
        values[at + 4] = words.Count(word => word.Length > 2 && plain.AsSpan(word.Start, word.Length).IndexOfAnyExceptInRange('A', 'Z') < 0) * 1000.0 / count;
        values[at + 5] = plain.Count(char.IsAsciiDigit) * 1000.0 / count;
        values[at + 6] = count / (double)Math.Max(1, plain.AsSpan().Count("\n\n") + 1);
    }

    /// <summary>Runs of three and four characters: letters in lower case, digits as one, blanks as one; none over a gap or a paragraph's end.</summary>
    private static IEnumerable<string> Grams(string text)
    {
        var run = new char[4];
        var length = 0;
        foreach (var c in text)
        {
            var next = char.IsWhiteSpace(c) ? ' ' : char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
            if (next == Blog.Redact.ProseView.Gap)
            {
                length = 0;
                continue;
            }

            if (next == ' ' && length > 0 && run[Math.Min(length, 4) - 1] == ' ')
            {
                continue;
            }

            if (length == 4)
            {
                (run[0], run[1], run[2]) = (run[1], run[2], run[3]);
                length = 3;
            }

            run[length++] = next;
            if (length >= 3)
            {
                yield return new string(run, length - 3, 3);
            }

            if (length == 4)
            {
                yield return new string(run, 0, 4);
            }
        }
    }

}
