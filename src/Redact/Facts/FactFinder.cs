using Blog.Redact.Facts.Patterns;

namespace Blog.Redact.Facts;

/// <summary>
/// Finds what a text tells of people without naming them: age, area, role, tenure, employer, education, family and the like, each with the
/// person it is told of. Rules and lexicons only (tables in this folder); linear in the text.
/// </summary>
public static class FactFinder
{
    /// <summary>A text's facts in the order of their places; of several of one kind at one place the surest, near misses among them.</summary>
    /// <param name="view">The text.</param>
    /// <param name="written">The year it was written, by which years of birth become ages; null where that is not known.</param>
    public static IReadOnlyList<Fact> Find(ProseView view, int? written = null) => Find(view, written, out _);

    /// <summary>How many parts of patterns were tried on a text: what its cost is made of.</summary>
    internal static long StepsOf(ProseView view)
    {
        Find(view, null, out var steps);
        return steps;
    }

    private static List<Fact> Find(ProseView view, int? written, out long steps)
    {
        var language = FactLanguage.Instance;
        var words = FactWords.Of(view.Text, language.Vocabulary);
        var classes = new FactClasses(words, language);
        var matcher = new PatternMatcher(words, classes.At, language.Patterns.Set("not"));
        var facts = new List<Fact>();
        var numbers = new List<int>();
        for (var i = 0; i < words.Length; i++)
        {
            Try(language.Patterns.StartingWith(words[i].Id), i);
            numbers.Clear();
            classes.AddNumbers(i, numbers);
            foreach (var number in numbers)
            {
                Try(language.Patterns.StartingWithClass(number), i);
            }
        }

        steps = matcher.Steps;
        return Surest(facts);

        void Try(IReadOnlyList<FactPattern> patterns, int at)
        {
            foreach (var pattern in patterns)
            {
                if (matcher.Match(pattern, at) && matcher.End > matcher.Start)
                {
                    facts.Add(Make(view, words, matcher, pattern, written));
                }
            }
        }
    }

    private static Fact Make(ProseView view, FactWord[] words, PatternMatcher matcher, FactPattern pattern, int? written)
    {
        var subject = FactSubject.Writer;
        foreach (var capture in matcher.Captures)
        {
            if (capture.Subject is { } named)
            {
                subject = named;
                break;
            }
        }

        var range = new TextRange(view.ToSource(words[matcher.Start].Start), view.ToSource(words[matcher.End - 1].End));
        return new Fact(pattern.Kind, subject, range, new FactValues(FactLanguage.Instance.Classes, matcher.Captures).Of(pattern, written), pattern.Score, pattern.Why)
        {
            Letter = words[matcher.Start].Letter,
            IsQuoted = words[matcher.Start].IsQuoted,
        };
    }

    /// <summary>Of facts of one kind that overlap, the one with the highest score; of equals the longer, then the first.</summary>
    private static List<Fact> Surest(List<Fact> facts)
    {
        var result = new List<Fact>();
        foreach (var kind in facts.GroupBy(fact => fact.Kind))
        {
            Fact? last = null;
            foreach (var fact in kind.OrderBy(fact => fact.Range.Start).ThenBy(fact => fact.Range.End))
            {
                if (last is not null && fact.Range.Start < last.Range.End)
                {
                    last = IsSurer(fact, last) ? fact : last;
                    continue;
                }

                if (last is not null)
                {
                    result.Add(last);
                }

                last = fact;
            }

            if (last is not null)
            {
                result.Add(last);
            }
        }

        return [.. result.OrderBy(fact => fact.Range.Start).ThenBy(fact => fact.Kind)];
    }

    private static bool IsSurer(Fact a, Fact b) =>
        a.Score != b.Score ? a.Score > b.Score : a.Value.IsUnknown != b.Value.IsUnknown ? b.Value.IsUnknown : a.Range.Length > b.Range.Length;
}
