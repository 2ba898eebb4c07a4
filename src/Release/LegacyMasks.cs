using Blog.Redact;

namespace Blog.Release;

/// <summary>Finds the masks that people wrote by hand on the old blog ("Xxxxxxxx", "XX years"), which leak length and capitals, and makes marks of them.</summary>
/// <remarks>
/// A mask stands where a word of the sentence stands. What looks alike stands elsewhere: kisses end a sentence, sizes and Roman numbers
/// have their own neighbours, and a masked swear word keeps its other letters. Where neither side is certain a short run stays: a kiss
/// made a mark tells readers something was hidden that was not, and what such a run leaks is its length alone.
/// </remarks>
internal static class LegacyMasks
{
    /// <summary>What stands in a mask's place; no label, since the old mask named no kind.</summary>
    public const string Mark = "[redacted]";

    /// <summary>Words that want a noun after them, so that a run of x after one stands for that noun.</summary>
    private static readonly HashSet<string> Leading = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "about", "aged", "an", "and", "another", "around", "as", "at", "by", "called", "for", "from", "her", "his", "in", "into", "is", "mr", "mrs",
        "ms", "miss", "my", "named", "near", "of", "on", "or", "our", "over", "per", "than", "that", "the", "their", "this", "through", "to", "under",
        "until", "was", "with", "your", "nearly", "almost", "further", "extra", "consisting", "including",
    };

    /// <summary>Words before a number: an <c>x</c> or <c>XX</c> after one and before an ordinary word stands for the number.</summary>
    private static readonly HashSet<string> Counting = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "additional", "aged", "almost", "another", "approximately", "around", "extra", "further", "nearly", "other", "over", "roughly", "than",
    };

    /// <summary>What is counted in these archives.</summary>
    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        "case", "cases", "clients", "colleagues", "day", "days", "hour", "hours", "hrs", "miles", "month", "months", "offenders", "officers", "people",
        "staff", "week", "weeks", "year", "years", "yr", "yrs",
    };

    /// <summary>What may stand after "another x" without the x being a number.</summary>
    private static readonly HashSet<string> NotCounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "amount", "axis", "box", "chromosome", "chromosomes", "factor", "men", "number", "ray", "rated", "rays", "times",
    };

    /// <summary>Where the masks are, in a Markdown text.</summary>
    public static IReadOnlyList<TextEdit> Find(string markdown) => MayHold(markdown) ? Find(ProseView.Of(markdown)) : [];

    /// <summary>The text with marks for masks, and how many there were.</summary>
    public static (string Text, int Count) ToMarks(string markdown)
    {
        var edits = Find(markdown);
        return edits.Count == 0 ? (markdown, 0) : (TextEdit.Apply(markdown, edits), edits.Count);
    }

    private static bool MayHold(string markdown) => markdown.AsSpan().IndexOfAny('x', 'X') >= 0;

    /// <summary>As <see cref="Find(string)"/>, of a text whose prose is known already.</summary>
    public static IReadOnlyList<TextEdit> Find(ProseView view)
    {
        var edits = new List<TextEdit>();
        var text = view.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('x' or 'X') || (i > 0 && IsWordCharacter(text[i - 1])))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && text[end] is 'x' or 'X')
            {
                end++;
            }

            if (end == text.Length || !IsWordCharacter(text[end]))
            {
                var run = new MaskRun(text, i, end);
                if (IsMask(run))
                {
                    edits.Add(view.Edit(i, end - i, Mark));
                }
            }

            i = end;
        }

        return edits;
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '@' or '&' or '#';

    private static bool IsMask(MaskRun run)
    {
        var led = Leading.Contains(run.Before);
        var isCapitalised = run.Length > 1 && run.Letters[0] == 'X' && run.Letters[1..].IndexOf('X') < 0;
        if (run.Length >= 4 && isCapitalised)
        {
            return !run.StartsSentence || !run.EndsLine; // "Thanks all. Xxxx" at the end of a line: a kiss with a telephone's capital
        }

        if (run.Length >= 4)
        {
            return led || (run.Length >= 7 && run.IsFollowedByWord);
        }

        return run.Length switch
        {
            3 => isCapitalised && led && run.IsFollowedByWord,
            2 => run.Letters is "XX" && !NotCounted.Contains(run.After) && (Counted.Contains(run.After) || (Counting.Contains(run.Before) && run.IsFollowedByWord)),
            1 => run.Letters is "x" && !run.TouchesHyphen && Counting.Contains(run.Before) && run.IsFollowedByWord && !NotCounted.Contains(run.After),
            _ => false,
        };
    }

    /// <summary>A run of x with its neighbours in the same sentence.</summary>
    private readonly ref struct MaskRun
    {
        private readonly string _text;
        private readonly int _start;
        private readonly int _end;

        public MaskRun(string text, int start, int end)
        {
            _text = text;
            _start = start;
            _end = end;
            Before = WordBefore(text, start);
            After = WordAfter(text, end);
        }

        public int Length => _end - _start;

        public ReadOnlySpan<char> Letters => _text.AsSpan(_start, Length);

        /// <summary>The word directly before, with only blanks between; empty where a sentence or bracket begins.</summary>
        public string Before { get; }

        /// <summary>The word directly after, with only a blank or hyphen between.</summary>
        public string After { get; }

        public bool IsFollowedByWord => After.Length > 0 && char.IsAsciiLetterLower(After[0]);

        public bool TouchesHyphen => (_start > 0 && _text[_start - 1] == '-') || (_end < _text.Length && _text[_end] == '-');

        public bool StartsSentence => Before.Length == 0;

        public bool EndsLine
        {
            get
            {
                var rest = _text.AsSpan(_end).TrimStart(" .!?)*_");
                return rest.IsEmpty || rest[0] is '\n' or '\r';
            }
        }

        private static string WordBefore(string text, int start)
        {
            var end = start;
            while (end > 0 && text[end - 1] is ' ' or '"' or '\u201C' or '*' or '_')
            {
                end--;
            }

            var first = end;
            while (first > 0 && (char.IsLetterOrDigit(text[first - 1]) || text[first - 1] is '\'' or '\u2019'))
            {
                first--;
            }

            return text[first..end];
        }

        private static string WordAfter(string text, int end)
        {
            var first = end;
            while (first < text.Length && text[first] is ' ' or '-' or '*' or '_' or '"' or '\u201D')
            {
                first++;
            }

            var last = first;
            while (last < text.Length && char.IsLetterOrDigit(text[last]))
            {
                last++;
            }

            return text[first..last];
        }
    }
}
