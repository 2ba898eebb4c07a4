namespace Blog.Text;

/// <summary>Finds names, numbers and phrases in folded text however they are spelled, spaced or disguised, and not where they only stand inside other words.</summary>
/// <remarks>
/// <para>A term and a text are compared by their letters and digits alone (<see cref="FoldedText"/>). Then the places count:</para>
/// <list type="bullet">
/// <item>A term of fewer than 6 letters must begin and end where a word does. A longer one must begin a word ("mHolloway" and "drHolloway77" have a word
/// begin inside) and end one, but for an ending of <see cref="WordEdges.Endings"/>; from 10 letters on it is found inside a longer word too.</item>
/// <item>Where the term has a gap between words, any gap may stand or none, from 6 letters on. Where it has none, a text may have
/// what shows nothing, Markdown marks and inline tags, from 6 letters on a hyphen; a blank only where every letter stands alone, the term is a number or, once, from 9 letters on.</item>
/// <item>A name given with a capital that is an ordinary word too ("May", "Mark", "Will") is certain only in capitals, not at the start of a sentence
/// unless a capital follows, and not in a date.</item>
/// <item>Letters beyond ASCII that look like i, l or 1 count for each other. Digits for letters ("M4rk"), a capital I inside a word, words read
/// backwards, a blank inside a shorter word and a name of 6 to 9 letters inside a longer word make a doubtful match, which <see cref="FindSuspicious"/> lists.</item>
/// </list>
/// <para>Time is linear in the text and in the number of matches, whatever the number of terms. Safe for many threads at once.</para>
/// </remarks>
public sealed class TermMatcher
{
    private const int LongestLoose = 64; // letters of context in which a disguised letter is looked at

    private readonly TermPattern[] _patterns; // by term
    private readonly ILetterSearch _long; // patterns that may stand within a word
    private readonly int[][] _byLetters; // the patterns of each distinct sequence of letters
    private readonly ShortWords _short; // patterns that count as whole words only
    private readonly int[][] _byShort;
    private readonly ILetterSearch _loose;
    private readonly int[][] _byLoose;

    private TermMatcher(List<TermPattern> patterns, IReadOnlyList<int> unsearchable, int count, Func<IReadOnlyList<string>, ILetterSearch> searchFor)
    {
        _patterns = [.. patterns];
        Unsearchable = unsearchable;
        Count = count;
        (var letters, _byLetters) = Sequences(pattern => pattern.Letters, pattern => pattern.Letters.Length > ShortWords.Longest);
        _long = searchFor(letters);
        (var words, _byShort) = Sequences(pattern => pattern.Letters, pattern => pattern.Letters.Length <= ShortWords.Longest);
        _short = new ShortWords(words);
        (var loose, _byLoose) = Sequences(
            pattern => LooseLetters.Of(pattern.Letters),
            pattern => pattern.Kind != TermPatternKind.Hint && pattern.Letters.Length is >= WordEdges.LongWord and <= LongestLoose);
        _loose = searchFor(loose);
    }

    /// <summary>Number of terms.</summary>
    public int Count { get; }

    /// <summary>Terms that hold no letter or digit, so that they cannot be found: whoever relies on the search must refuse them.</summary>
    public IReadOnlyList<int> Unsearchable { get; }

    /// <summary>Prepares the search for terms; a term's index in the list is its number.</summary>
    public static TermMatcher Of(IReadOnlyList<string> terms)
    {
        var patterns = new List<TermPattern>(terms.Count * 3);
        var unsearchable = new List<int>();
        for (var i = 0; i < terms.Count; i++)
        {
            var before = patterns.Count;
            patterns.AddRange(TermPatterns.Of(terms[i], i));
            if (patterns.Count == before)
            {
                unsearchable.Add(i);
            }
        }

        return new TermMatcher(patterns, unsearchable, terms.Count, sequences => new LetterAutomaton(sequences));
    }

    /// <summary>A search for a few of the terms, under the numbers they have here: of them it finds the same. Made in a moment, where this one takes a second for tens of thousands.</summary>
    /// <param name="terms">Their numbers, rising; some hundreds at most, since its time grows with them where many begin alike.</param>
    public TermMatcher Only(IReadOnlyList<int> terms)
    {
        var patterns = new List<TermPattern>(terms.Count * 3);
        var at = 0;
        foreach (var term in terms)
        {
            at = FirstOf(term, at);
            for (; at < _patterns.Length && _patterns[at].Term == term; at++)
            {
                patterns.Add(_patterns[at]);
            }
        }

        return new TermMatcher(patterns, [], Count, sequences => new FewPatterns(sequences));
    }

    /// <summary>Every place where a term stands for certain, nested and overlapping ones included; sorted by start, then longest first.</summary>
    public IReadOnlyList<TermMatch> Find(FoldedText text) => Select(text, TermCertainty.Certain);

    /// <summary>Every place where a term may stand in disguise and is not found for certain: for a person to look at. Sorted likewise.</summary>
    public IReadOnlyList<TermMatch> FindSuspicious(FoldedText text) => Select(text, TermCertainty.Doubtful);

    /// <summary>Everything found in a text by position of its letters, each place once with its best certainty, in no order.</summary>
    public void Search(FoldedLetters text, List<FoundTerm> found)
    {
        found.Clear();
        if (text.Length == 0 || _patterns.Length == 0)
        {
            return;
        }

        var hits = new List<(int Pattern, int Start)>();
        SearchSpelled(text, text.Letters, hits, found);
        if (text.Shapes.Length > 0)
        {
            SearchSpelled(text, text.Shapes, hits, found);
        }

        if (_byLoose.Length > 0)
        {
            SearchLoosely(text, found);
        }

        KeepBest(found);
        DropCovered(found);
    }

    /// <summary>Place of the first pattern of a term, or of a later one, from a place on.</summary>
    private int FirstOf(int term, int from)
    {
        var (low, high) = (from, _patterns.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _patterns[middle].Term < term ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private List<TermMatch> Select(FoldedText text, TermCertainty certainty)
    {
        var found = new List<FoundTerm>();
        Search(text.Read, found);
        var matches = new List<TermMatch>(found.Count);
        foreach (var match in found)
        {
            if (match.Certainty == certainty)
            {
                var start = text.StartOf(match.First);
                matches.Add(new TermMatch(match.Term, start, text.EndOf(match.First + match.Length - 1) - start));
            }
        }

        matches.Sort();
        return matches;
    }

    private void SearchSpelled(FoldedLetters text, ReadOnlySpan<char> letters, List<(int Pattern, int Start)> hits, List<FoundTerm> found)
    {
        hits.Clear();
        _long.Search(letters, 0, letters.Length, hits);
        Judge(text, letters, hits, _byLetters, found);
        if (!_short.IsEmpty)
        {
            hits.Clear();
            _short.Search(text, letters, hits);
            Judge(text, letters, hits, _byShort, found);
        }
    }

    private void Judge(FoldedLetters text, ReadOnlySpan<char> letters, List<(int Pattern, int Start)> hits, int[][] patterns, List<FoundTerm> found)
    {
        foreach (var (sequence, start) in hits)
        {
            foreach (var pattern in patterns[sequence])
            {
                if (WordEdges.TryJudge(_patterns[pattern], text, letters, start, out var certainty))
                {
                    found.Add(new FoundTerm(_patterns[pattern].Term, start, _patterns[pattern].Letters.Length, certainty));
                }
            }
        }
    }

    /// <summary>Looks again around letters that may stand for others.</summary>
    private void SearchLoosely(FoldedLetters text, List<FoundTerm> found)
    {
        char[]? loose = null;
        var hits = new List<(int Pattern, int Start)>();
        var done = 0;
        var odd = text.Odd;
        for (var next = 0; next < odd.Length;)
        {
            next = Disguise.PastDigits(text.Letters, odd, next);
            if (!Disguise.MayBe(text, odd[next]))
            {
                next++;
                continue;
            }

            // Disguised letters that stand close together make one window.
            var from = Math.Max(done - LongestLoose, odd[next] - LongestLoose);
            var to = odd[next] + LongestLoose;
            for (next++; next < odd.Length && odd[next] < to; next++)
            {
                if (Disguise.MayBe(text, odd[next]))
                {
                    to = odd[next] + LongestLoose;
                }
            }

            from = Math.Max(0, from);
            to = Math.Min(text.Length, to);
            loose ??= System.Buffers.ArrayPool<char>.Shared.Rent(text.Length);
            LooseLetters.Of(text.Letters[from..to], loose.AsSpan(from));
            hits.Clear();
            _loose.Search(loose, from, to, hits);
            done = to;
            JudgeLoose(text, hits, found);
        }

        if (loose is not null)
        {
            System.Buffers.ArrayPool<char>.Shared.Return(loose, clearArray: true);
        }
    }

    private void JudgeLoose(FoldedLetters text, List<(int Pattern, int Start)> hits, List<FoundTerm> found)
    {
        foreach (var (sequence, start) in hits)
        {
            foreach (var number in _byLoose[sequence])
            {
                var pattern = _patterns[number];
                if (Disguise.TryJudge(pattern, text, start, out var certainty) && WordEdges.TryJudge(pattern, text, text.Letters, start, out var edges))
                {
                    found.Add(new FoundTerm(pattern.Term, start, pattern.Letters.Length, (TermCertainty)Math.Max((int)certainty, (int)edges)));
                }
            }
        }
    }

    private static void KeepBest(List<FoundTerm> found)
    {
        if (found.Count < 2)
        {
            return;
        }

        found.Sort(static (left, right) =>
            left.First != right.First ? left.First.CompareTo(right.First)
            : left.Length != right.Length ? right.Length.CompareTo(left.Length)
            : left.Term != right.Term ? left.Term.CompareTo(right.Term)
            : left.Certainty.CompareTo(right.Certainty));
        var kept = 1;
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i] with { Certainty = default } != found[kept - 1] with { Certainty = default })
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>Drops what is only perhaps a term where the same term stands for certain.</summary>
    private static void DropCovered(List<FoundTerm> found)
    {
        var certain = found.FindAll(static match => match.Certainty == TermCertainty.Certain);
        if (certain.Count > 0 && certain.Count < found.Count)
        {
            var byTerm = certain.ToLookup(static match => match.Term);
            found.RemoveAll(match => match.Certainty != TermCertainty.Certain && byTerm[match.Term].Any(sure =>
                match.First < sure.First + sure.Length && sure.First < match.First + match.Length));
        }
    }

    private (List<string> Sequences, int[][] Patterns) Sequences(Func<TermPattern, string> letters, Func<TermPattern, bool> isWanted)
    {
        var sequences = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var order = new List<string>();
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (isWanted(_patterns[i]))
            {
                var sequence = letters(_patterns[i]);
                if (!sequences.TryGetValue(sequence, out var patterns))
                {
                    patterns = [];
                    sequences.Add(sequence, patterns);
                    order.Add(sequence);
                }

                patterns.Add(i);
            }
        }

        return (order, [.. order.Select(sequence => sequences[sequence].ToArray())]);
    }
}
