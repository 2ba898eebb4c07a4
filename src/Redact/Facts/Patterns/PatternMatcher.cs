namespace Blog.Redact.Facts.Patterns;

/// <summary>Tries patterns at words of one text. Every repeat and gap is bounded, so the work at a word is, whatever the text.</summary>
internal sealed class PatternMatcher
{
    private readonly FactWord[] _words;
    private readonly Func<int, int, Capture?> _classes;
    private readonly IReadOnlySet<int> _blocked;
    private readonly List<Capture> _captures = [];
    private IReadOnlyList<PatternElement> _elements = [];
    private int _open;
    private int _close;

    /// <summary>Makes a matcher.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="classes">Says what a class recognises at a word, if anything.</param>
    /// <param name="blocked">Words no gap reaches over: "not", "if".</param>
    public PatternMatcher(FactWord[] words, Func<int, int, Capture?> classes, IReadOnlySet<int> blocked)
    {
        _words = words;
        _classes = classes;
        _blocked = blocked;
    }

    /// <summary>What the classes of the last match recognised, in order.</summary>
    public IReadOnlyList<Capture> Captures => _captures;

    /// <summary>How many parts of patterns were tried so far.</summary>
    public long Steps { get; private set; }

    /// <summary>First word of the fact of the last match.</summary>
    public int Start => _open;

    /// <summary>Word after its last one.</summary>
    public int End => _close;

    /// <summary>Whether a pattern's words begin here.</summary>
    public bool Match(FactPattern pattern, int start)
    {
        _elements = pattern.Elements;
        _captures.Clear();
        _open = start;
        return Match(0, start, start) is var end && end >= 0;
    }

    /// <summary>The position after the match of the elements from one on; -1 without one.</summary>
    private int Match(int element, int at, int first)
    {
        Steps++;
        if (element == _elements.Count)
        {
            return at;
        }

        var part = _elements[element];
        switch (part.Kind)
        {
            case ElementKind.Open:
                _open = at;
                return Match(element + 1, at, first);
            case ElementKind.Close:
                var end = Match(element + 1, at, first);
                if (end >= 0)
                {
                    _close = at;
                }

                return end;
            case ElementKind.Ahead:
                return at >= _words.Length || _words[at].Before >= Break.Clause || part.Words.Contains(_words[at].Id) ? Match(element + 1, at, first) : -1;
            case ElementKind.Gap:
                return MatchGap(part, element, at, first);
            case ElementKind.Words or ElementKind.Class:
                return MatchRepeat(part, element, at, first, part.Most, part.Least);
            default:
                throw new InvalidOperationException($"A pattern holds the part {part.Kind}.");
        }
    }

    private int MatchGap(PatternElement part, int element, int at, int first)
    {
        for (var taken = 0; ; taken++)
        {
            var end = Match(element + 1, at + taken, first);
            if (end >= 0)
            {
                return end;
            }

            var next = at + taken;
            if (taken == part.Gap || next >= _words.Length || (next > first && _words[next].Before >= Break.Clause) || _blocked.Contains(_words[next].Id))
            {
                return -1;
            }
        }
    }

    private int MatchRepeat(PatternElement part, int element, int at, int first, int most, int least)
    {
        if (most > 0 && at < _words.Length && (at == first || _words[at].Before < Break.Sentence))
        {
            var open = _open;
            var count = _captures.Count;
            var length = Take(part, at);
            if (length > 0)
            {
                var end = MatchRepeat(part, element, at + length, first, most - 1, Math.Max(0, least - 1));
                if (end >= 0)
                {
                    return end;
                }

                _open = open;
                _captures.RemoveRange(count, _captures.Count - count);
            }
        }

        return least == 0 ? Match(element + 1, at, first) : -1;
    }

    private int Take(PatternElement part, int at)
    {
        if (part.Kind == ElementKind.Words)
        {
            return part.Words.Contains(_words[at].Id) ? 1 : 0;
        }

        if (_classes(part.Class, at) is not { } capture)
        {
            return 0;
        }

        _captures.Add(capture);
        return capture.Length;
    }
}
