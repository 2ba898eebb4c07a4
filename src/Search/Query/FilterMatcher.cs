using Blog.Search.Analysis;
using Blog.Search.Index;

namespace Blog.Search.Query;

/// <summary>Answers the parts of a query that choose units without scoring them.</summary>
internal sealed class FilterMatcher(IndexReader index)
{
    private readonly EnglishAnalyzer _english = new();
    private IReadOnlyList<(string Day, int First)>? _days;

    /// <summary>Whether a part is one.</summary>
    public static bool IsFilter(QueryNode node) => FieldOf(node) is not (QueryField.Any or QueryField.Title or QueryField.Text);

    /// <summary>The field a part asks for; <see cref="QueryField.Any"/> for groups.</summary>
    public static QueryField FieldOf(QueryNode node) => node switch
    {
        DatesNode => QueryField.Date,
        WordsNode words => words.Field,
        PhraseNode phrase => phrase.Field,
        PrefixNode prefix => prefix.Field,
        FuzzyNode fuzzy => fuzzy.Field,
        GroupNode => QueryField.Any,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No such kind of query."),
    };

    /// <summary>The units it chooses; null where it asks for nothing.</summary>
    public Matches? Match(QueryNode node) => node switch
    {
        DatesNode dates => Matches.Of(MatchDates(dates)),
        WordsNode words => MatchValue(words.Field, words.Text),
        PhraseNode phrase => MatchValue(phrase.Field, phrase.Text),
        PrefixNode prefix => MatchStart(prefix.Field, prefix.Start),
        FuzzyNode fuzzy => MatchValue(fuzzy.Field, fuzzy.Word),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No filter."),
    };

    private Matches? MatchValue(QueryField field, string value)
    {
        if (field != QueryField.Author)
        {
            return SetOf(KeyOf(field), FieldKey.Fold(value));
        }

        var words = new List<Matches>();
        foreach (var token in _english.Analyze(value))
        {
            words.Add(SetOf(FieldKey.Author, token.Term.ToString()));
        }

        return words.Count == 0 ? null : Matches.All(words);
    }

    private Matches MatchStart(QueryField field, string start)
    {
        var value = field == QueryField.Author ? EnglishAnalyzer.Normalize(start) : FieldKey.Fold(start);
        return Matches.Any([Matches.None, .. index.StartingWith(KeyOf(field), value).Select(entry => Matches.Of(index.ReadSet(entry)))]);
    }

    private Matches SetOf(char key, string value) => index.Find(key, value) is { } entry ? Matches.Of(index.ReadSet(entry)) : Matches.None;

    /// <summary>
    /// Units are numbered by date, so a time is a stretch of numbers. A unit whose date is coarser than the bound belongs to a time that holds the beginning of what it
    /// says; undated units belong to none.
    /// </summary>
    private int[] MatchDates(DatesNode dates)
    {
        _days ??= index.Days();
        var from = FirstNotBefore(dates.From, dates.IsFromExcluded && dates.From.Length > 0);
        var to = dates.To.Length == 0 ? index.Root.Units : FirstNotBefore(dates.To, !dates.IsToExcluded);
        from = Math.Max(from, _days.Where(day => day.Day.Length > 0).Select(day => day.First).DefaultIfEmpty(index.Root.Units).First());
        return from >= to ? [] : [.. Enumerable.Range(from, to - from)];
    }

    /// <summary>The first unit that is not before a time, or with <paramref name="isAfter"/> that is after all of it.</summary>
    private int FirstNotBefore(string time, bool isAfter)
    {
        foreach (var (day, first) in _days!) // not null: MatchDates read them
        {
            var isReached = isAfter
                ? string.CompareOrdinal(day, time) > 0 && !day.StartsWith(time, StringComparison.Ordinal)
                : string.CompareOrdinal(day, time) >= 0;
            if (isReached)
            {
                return first;
            }
        }

        return index.Root.Units;
    }

    private static char KeyOf(QueryField field) => field switch
    {
        QueryField.Author => FieldKey.Author,
        QueryField.Label => FieldKey.Label,
        QueryField.Series => FieldKey.Series,
        QueryField.Kind => FieldKey.Kind,
        QueryField.Thread => FieldKey.Thread,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of sets."),
    };
}
