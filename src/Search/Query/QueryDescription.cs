using System.Globalization;

namespace Blog.Search.Query;

/// <summary>Says in words how a query was read.</summary>
public static class QueryDescription
{
    /// <summary>One line, such as <c>with "unified service", without transfers, only comments</c>.</summary>
    /// <param name="query">The query.</param>
    /// <param name="glossary">Abbreviations that are looked for in full too; the line says so.</param>
    public static string Of(QueryNode query, IReadOnlyDictionary<string, string> glossary) => query is GroupNode { Clauses.Count: 0 } ? "nothing" : Describe(query, glossary, isTop: true);

    private static string Describe(QueryNode node, IReadOnlyDictionary<string, string> glossary, bool isTop) => node switch
    {
        GroupNode group => DescribeGroup(group, glossary, isTop),
        WordsNode { Field: QueryField.Any } words when glossary.TryGetValue(words.Text, out var name) => $"{words.Text} (also “{name}”)",
        WordsNode words => In(words.Field, words.Text),
        PhraseNode { Slop: 0 } phrase => In(phrase.Field, $"“{phrase.Text}”"),
        PhraseNode phrase => In(phrase.Field, string.Create(CultureInfo.InvariantCulture, $"“{phrase.Text}” within {phrase.Slop} moves")),
        PrefixNode prefix => In(prefix.Field, $"words beginning with {prefix.Start}"),
        FuzzyNode fuzzy => In(fuzzy.Field, $"words like {fuzzy.Word}"),
        DatesNode dates => DescribeDates(dates),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "No such kind of query."),
    };

    private static string DescribeGroup(GroupNode group, IReadOnlyDictionary<string, string> glossary, bool isTop)
    {
        var parts = new List<string>();
        var should = group.Clauses.Where(clause => clause.Occur == Occur.Should && !FilterMatcher.IsFilter(clause.Query)).Select(clause => Describe(clause.Query, glossary, isTop: false)).ToList();
        var must = group.Clauses.Where(clause => clause.Occur == Occur.Must && !FilterMatcher.IsFilter(clause.Query)).Select(clause => Describe(clause.Query, glossary, isTop: false)).ToList();
        if (must.Count > 0)
        {
            parts.Add("with " + string.Join(" and ", must) + (should.Count > 0 ? ", better with " + string.Join(" or ", should) : string.Empty));
        }
        else if (should.Count > 0)
        {
            parts.Add(string.Join(" or ", should));
        }

        parts.AddRange(group.Clauses.Where(clause => clause.Occur != Occur.MustNot && FilterMatcher.IsFilter(clause.Query)).Select(clause => Describe(clause.Query, glossary, isTop: false)));
        parts.AddRange(group.Clauses.Where(clause => clause.Occur == Occur.MustNot).Select(clause => "without " + Describe(clause.Query, glossary, isTop: false)));
        var text = string.Join(", ", parts);
        return isTop || parts.Count + should.Count + must.Count <= 1 ? text : $"({text})";
    }

    private static string In(QueryField field, string what) => field switch
    {
        QueryField.Any => what,
        QueryField.Title => $"{what} in the title",
        QueryField.Text => $"{what} in the text",
        QueryField.Author => $"by {what}",
        QueryField.Label => $"labelled {what}",
        QueryField.Series => $"of the series {what}",
        QueryField.Kind => $"only {what}s",
        QueryField.Thread => $"in the discussion {what}",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static string DescribeDates(DatesNode dates) => (dates.From.Length, dates.To.Length) switch
    {
        (0, 0) => "with a date",
        (0, _) => $"until {dates.To}",
        (_, 0) => $"since {dates.From}",
        _ => dates.From == dates.To ? $"of {dates.From}" : $"from {dates.From} to {dates.To}",
    };
}
