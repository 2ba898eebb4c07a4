using System.Globalization;
using System.Text;
using Blog.Search.Analysis;

namespace Blog.Bench.Search;

/// <summary>The lines on which the analyzers are compared; the same arguments give the same lines.</summary>
internal static class OracleLines
{
    private static readonly string[] Onsets = ["", "b", "bl", "br", "c", "ch", "cl", "d", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "qu", "r", "s", "st", "str", "t", "tr", "v", "w", "y", "z"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "y", "ai", "ea", "ee", "ie", "oa", "ou", "ay", "oy"];
    private static readonly string[] Codas = ["", "", "b", "bb", "ck", "d", "dd", "ff", "g", "gg", "l", "ll", "m", "mm", "n", "nn", "p", "pp", "r", "rr", "s", "ss", "t", "tt", "v", "w", "x", "y", "z", "zz", "nt", "st", "gh"];
    private static readonly string[] Endings =
    [
        "", "", "", "s", "es", "ies", "sses", "ss", "ed", "eed", "ing", "ating", "ated", "bled", "ized", "izing", "y", "ly", "ational", "tional", "enci", "anci", "izer", "bli", "alli", "entli", "eli", "ousli",
        "ization", "ation", "ator", "alism", "iveness", "fulness", "ousness", "aliti", "iviti", "biliti", "logi", "logy", "icate", "ative", "alize", "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic",
        "able", "ible", "ant", "ement", "ment", "ent", "ion", "sion", "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "e", "le", "lle", "ability", "ously", "ively",
    ];
    private static readonly string[] Tails = ["", "", "", "", "", "", "'s", "\u2019s", "\uFF07s", "'S", "s'", "\u2018s", "'", "'d", "n't", "s's"];
    private static readonly string[] Between = [" ", " ", " ", " ", " ", ", ", ". ", ".", "-", "_", ":", "'", "\u2019", "/", "\u00A0", "\u200D", "\u00AD", "\u2026", "\" ", " (", ") "];
    private static readonly string[] StopWordsAndShort = ["the", "The", "IT", "it's", "is", "not", "a", "I", "s", "as", "PO", "PO's", "TR", "U.S.A", "3.14", "1,000", "10:30", "x_y", "_", "#1", "50%"];

    /// <summary>One letter each way into the word rules: contexts in which a character is tried; <c>c</c> stands for it.</summary>
    private static readonly string[][] Contexts = Array.ConvertAll<string, string[]>(
        [
            "c", "acb", "1c2", "cc", "a1cc", "\u30ABc\u30AB", "\u05D0c", "\u05D0\"c", "\u05D0c\u05D0", "c\u05D0", "c\U0001F3FB", "c\uFE0F", "c\u200Dc", "\U0001F600\u200Dc", "\U0001F600c\U000E007F", "1c\u20E3",
            "\uD55Cc\uD55C", "\u0E01c\u0E01", "\U0001F1E6c\U0001F1E6", "_c_", "a:c", "c\u0301b", "\u4E00c", "c.5", "\u3042c", "\u200Dc",
        ],
        context => context.Split('c'));

    /// <summary>Words that look English, with every ending that the stemmer knows.</summary>
    public static IEnumerable<string> Words(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return Word(random);
        }
    }

    /// <summary>Sentences of words, stop words and characters of every class of the word rules, some of them very long words.</summary>
    public static IEnumerable<string> Sentences(int count, int seed)
    {
        var random = new Random(seed);
        var line = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            line.Clear();
            for (var left = random.Next(3, 40); left > 0; left--)
            {
                switch (random.Next(10))
                {
                    case < 5:
                        line.Append(Word(random));
                        break;
                    case < 7:
                        line.Append(Pick(random, StopWordsAndShort));
                        break;
                    default:
                        AppendRandom(line, random, i % 50 == 0 && random.Next(4) == 0 ? 300 : random.Next(1, 8));
                        break;
                }

                line.Append(Pick(random, Between));
            }

            yield return line.ToString();
        }
    }

    /// <summary>Code points in 26 contexts that tell the classes of the word rules apart; one line a code point.</summary>
    /// <param name="all">Also those that the oracle cannot be given: line ends, half surrogate pairs.</param>
    public static IEnumerable<string> CodePoints(bool all = false)
    {
        for (var code = 0; code < 0x110000; code++)
        {
            if (!all && (code is '\n' or '\r' or (>= 0xD800 and <= 0xDFFF)))
            {
                continue;
            }

            var character = code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            yield return string.Join(" ; ", Contexts.Select(context => string.Join(character, context)));
        }
    }

    private static string Word(Random random)
    {
        var word = new StringBuilder();
        for (var syllables = random.Next(1, 4); syllables > 0; syllables--)
        {
            word.Append(Pick(random, Onsets)).Append(Pick(random, Nuclei)).Append(Pick(random, Codas));
        }

        word.Append(Pick(random, Endings)).Append(Pick(random, Tails));
        return random.Next(12) switch
        {
            0 => word.ToString().ToUpperInvariant(),
            1 => char.ToUpperInvariant(word[0]) + word.ToString(1, word.Length - 1),
            2 => word.Append(random.Next(1000).ToString(CultureInfo.InvariantCulture)).ToString(),
            _ => word.ToString(),
        };
    }

    // A few classes in turn, since what joins characters is what stands beside them.
    private static void AppendRandom(StringBuilder line, Random random, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var members = ByClass[random.Next(ByClass.Count)];
            line.Append(char.ConvertFromUtf32(members[random.Next(members.Count)]));
        }
    }

    private static readonly List<List<int>> ByClass =
    [
        .. Enumerable.Range(1, 0x10FFFF)
            .Where(code => code is not ('\n' or '\r' or (>= 0xD800 and <= 0xDFFF)))
            .GroupBy(WordRules.ClassOf)
            .OrderBy(group => group.Key)
            .Select(group => group.ToList()),
    ];

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
