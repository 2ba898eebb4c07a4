using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>Weighs how far the words around a citation echo those of a comment, against what chance would do in this thread.</summary>
/// <remarks>
/// Who answers a comment takes up its words ("the knowledge base", "residential care"). A shared word proves the less the commoner it
/// is, and how common a rare one is, is estimated after Good and Turing (I. J. Good, Biometrika 40, 1953): in a thread whose writers
/// say everything in set phrases, a word seen once is likely to come again and its echo says nothing; in free prose it says much.
/// The clause in which a comment cites another is left out where that comment is the one compared: people cite in set phrases, too.
/// </remarks>
internal sealed class WordEchoes
{
    /// <summary>Share of the words around a citation that take up the cited comment, rather than stand there by chance.</summary>
    private const double WordShare = 0.15;

    private const double PairShare = 0.05;

    /// <summary>No single word or pair makes a comment likelier than this many times, nor all together: two people can quote a third.</summary>
    private const double MostByWord = 6;

    private const double MostByPair = 20;
    private const double MostInAll = 100;

    /// <summary>Fewer words in a thread cannot tell rare ones from common ones, nor can prose that says everything in set phrases.</summary>
    private const int LeastWords = 300;

    private const double LeastRareShare = 0.4;

    /// <summary>A sentence with fewer words than this says what it answers in the next one.</summary>
    private const int WordsOfASentence = 6;

    private const int WordsOfAnAnswer = 60;
    private const int LongestAside = 400;

    private readonly IReadOnlyList<CitedComment> _comments;
    private readonly IReadOnlyList<ContentWord>[] _words;
    private readonly Dictionary<string, int>[] _features;
    private readonly Dictionary<string, int> _words1 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _pairs = new(StringComparer.Ordinal);
    private readonly double[] _wordScale;
    private readonly double[] _pairScale;
    private readonly int _total;
    private readonly bool _isRich;

    /// <summary>Reads a thread.</summary>
    /// <param name="comments">Its comments.</param>
    /// <param name="citations">The citations of each, by index.</param>
    public WordEchoes(IReadOnlyList<CitedComment> comments, IReadOnlyList<IReadOnlyList<TimeCitation>> citations)
    {
        _comments = comments;
        _words = new IReadOnlyList<ContentWord>[comments.Count];
        _features = new Dictionary<string, int>[comments.Count];
        for (var i = 0; i < comments.Count; i++)
        {
            _words[i] = WithoutCitingClauses(comments[i].Text, citations[i]);
            _features[i] = Features(_words[i]);
            foreach (var (feature, count) in _features[i])
            {
                var counts = IsPair(feature) ? _pairs : _words1;
                counts[feature] = counts.GetValueOrDefault(feature) + count;
            }

            _total += _words[i].Count;
        }

        _wordScale = GoodTuring(_words1.Values);
        _pairScale = GoodTuring(_pairs.Values);
        _isRich = _total >= LeastWords && _words1.Values.Count(count => count == 1) >= LeastRareShare * _words1.Count;
    }

    /// <summary>How many times likelier the words around a citation make it that a comment is meant, than that it is not.</summary>
    /// <param name="citing">The citing comment.</param>
    /// <param name="window">The words around the citation, from <see cref="Window"/>.</param>
    /// <param name="comment">The comment that may be meant.</param>
    public double Likelihood(int citing, IReadOnlyList<ContentWord> window, int comment)
    {
        if (_words[comment].Count == 0)
        {
            return 1;
        }

        var log = 0.0;
        var counted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < window.Count;)
        {
            if (!_features[comment].ContainsKey(window[i].Stem))
            {
                i++;
                continue;
            }

            // A run of shared words is one echo, as strong as its rarest part and a little more for each further part.
            var parts = new List<double>();
            AddPart(window[i].Stem);
            while (i + 1 < window.Count && Pair(window, i) is { } pair && _features[comment].ContainsKey(pair))
            {
                AddPart(pair);
                i++;
            }

            i++;
            if (parts.Count > 0)
            {
                log += parts.Max() + (0.3 * (parts.Sum() - parts.Max()));
            }

            void AddPart(string feature)
            {
                if (counted.Add(feature))
                {
                    parts.Add(Math.Log(Weigh(feature, citing, comment)));
                }
            }
        }

        return Math.Min(Math.Exp(log), MostInAll);
    }

    private double Weigh(string feature, int citing, int comment)
    {
        var isPair = IsPair(feature);
        var share = isPair ? PairShare : WordShare;
        var all = (isPair ? _pairs : _words1).GetValueOrDefault(feature);
        var elsewhere = Math.Max(1, all - _features[comment].GetValueOrDefault(feature) - Math.Max(0, _features[citing].GetValueOrDefault(feature) - 1));
        var scale = isPair ? _pairScale : _wordScale;
        var rate = (elsewhere < scale.Length ? scale[elsewhere] : elsewhere) / _total;
        var chance = Math.Max(1e-6, 1 - Math.Exp(-rate * _words[comment].Count));
        return Math.Min((share + ((1 - share) * chance)) / chance, isPair ? MostByPair : MostByWord);
    }

    /// <summary>The words an answer would take up: of the citing sentence, and of the next where that is short; of the whole opening where a time stands alone before it.</summary>
    /// <returns>None in a thread whose words prove nothing.</returns>
    public IReadOnlyList<ContentWord> Window(int citing, TimeCitation citation)
    {
        if (!_isRich)
        {
            return [];
        }

        var text = _comments[citing].Text;
        var words = ContentWords.Of(text, new TextRange(0, text.Length));
        if (citation.Form == CitationForm.Opening)
        {
            return [.. words.Take(WordsOfAnAnswer)];
        }

        var sentence = words.TakeWhile(word => word.Position < citation.Start).LastOrDefault() is { Stem: not null } before
            ? before.Sentence
            : words.FirstOrDefault(word => word.Position > citation.End).Sentence;
        var last = words.Count(word => word.Sentence == sentence) < WordsOfASentence ? sentence + 1 : sentence;
        return [.. words.Where(word => word.Sentence >= sentence && word.Sentence <= last && !IsAside(text, word.Position))];
    }

    /// <summary>What stands in brackets is the writer's own aside, no echo.</summary>
    private static bool IsAside(string text, int position)
    {
        var from = Math.Max(0, position - LongestAside);
        var open = text.LastIndexOf('(', position, position - from);
        return open >= 0 && text.IndexOf(')', open, position - open) < 0 && text.IndexOf(')', position, Math.Min(LongestAside, text.Length - position)) >= 0;
    }

    private static List<ContentWord> WithoutCitingClauses(string text, IReadOnlyList<TimeCitation> citations)
    {
        var words = ContentWords.Of(text, new TextRange(0, text.Length));
        var clauses = new HashSet<int>();
        foreach (var citation in citations)
        {
            clauses.Add(words.LastOrDefault(word => word.Position < citation.Start, new ContentWord(string.Empty, 0, -1, -1)).Clause);
            clauses.Add(words.FirstOrDefault(word => word.Position > citation.End, new ContentWord(string.Empty, 0, -1, -1)).Clause);
        }

        return [.. words.Where(word => !clauses.Contains(word.Clause))];
    }

    private static Dictionary<string, int> Features(IReadOnlyList<ContentWord> words)
    {
        var features = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            features[words[i].Stem] = features.GetValueOrDefault(words[i].Stem) + 1;
            if (Pair(words, i) is { } pair)
            {
                features[pair] = features.GetValueOrDefault(pair) + 1;
            }
        }

        return features;
    }

    private static bool IsPair(string feature) => feature.Contains(' ');

    private static string? Pair(IReadOnlyList<ContentWord> words, int first) =>
        first + 1 < words.Count && words[first].Sentence == words[first + 1].Sentence && words[first + 1].Position - words[first].Position < 40
            ? words[first].Stem + " " + words[first + 1].Stem
            : null;

    /// <summary>What a count of 1, 2, 3 … is worth: (c + 1) N(c + 1) / N(c), where both are known well enough, never more than the count.</summary>
    private static double[] GoodTuring(IEnumerable<int> counts)
    {
        var numbers = counts.GroupBy(count => count).ToDictionary(group => group.Key, group => group.Count());
        var scale = new double[6];
        for (var count = 1; count < scale.Length; count++)
        {
            var here = numbers.GetValueOrDefault(count);
            var next = numbers.GetValueOrDefault(count + 1);
            scale[count] = here < 5 ? count : Math.Clamp((count + 1.0) * (next + 0.5) / here, 0.05, count);
        }

        return scale;
    }
}
