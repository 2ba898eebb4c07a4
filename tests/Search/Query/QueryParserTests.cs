using Blog.Search.Query;

namespace Blog.Tests.Search.Query;

public sealed class QueryParserTests
{
    private static readonly Dictionary<string, string> Glossary = new(StringComparer.Ordinal) { ["TR"] = "Transforming Rehabilitation" };

    [Theory]
    [InlineData("lamp", "?lamp")]
    [InlineData("lamp wick", "?lamp ?wick")]
    [InlineData("+lamp -wick tide", "+lamp -wick ?tide")]
    [InlineData("lamp AND wick", "+lamp +wick")]
    [InlineData("lamp && wick || tide", "+lamp +wick ?tide")]
    [InlineData("lamp OR wick AND tide", "?lamp +wick +tide")]
    [InlineData("lamp AND NOT wick", "+lamp -wick")]
    [InlineData("lamp !wick", "?lamp -wick")]
    [InlineData("lamp NOT wick", "?lamp -wick")]
    [InlineData("tide AND the AND lamp", "+tide +lamp")]
    [InlineData("\"lamp wick\"", "?\"lamp wick\"~0")]
    [InlineData("\"lamp wick\"~3^2", "?\"lamp wick\"~3^2")]
    [InlineData("\"say \\\"lamp\\\"\"", "?\"say \"lamp\"\"~0")]
    [InlineData("lam*", "?lam*")]
    [InlineData("lamp~", "?lamp~2")]
    [InlineData("lamp~1^0.5", "?lamp~1^0.5")]
    [InlineData("lamp~0.7", "?lamp~1")]
    [InlineData("lamp~9", "?lamp~2")]
    [InlineData("(lamp wick) AND tide", "+(?lamp ?wick) +tide")]
    [InlineData("title:lamp", "?Title:lamp")]
    [InlineData("title:(lamp +wick)", "?(?Title:lamp +Title:wick)")]
    [InlineData("TITLE:lamp", "?Title:lamp")]
    [InlineData("kind:comment lamp", "?Kind:comment ?lamp")]
    [InlineData("label:\"one desk\"", "?Label:\"one desk\"~0")]
    [InlineData("in:guest-watch-1", "?Thread:guest-watch-1")]
    [InlineData("date:2016", "?2016..2016")]
    [InlineData("date:[2015 TO 2016-06]", "?2015..2016-06")]
    [InlineData("date:{2015 TO *}", "?2015<..")]
    [InlineData("date:[* TO 2016}", "?..>2016")]
    [InlineData("https://blog.example/2016/x.html", "?https://blog.example/2016/x.html")]
    [InlineData("re-trim", "?re-trim")]
    [InlineData("F18008/12", "?F18008/12")]
    [InlineData("a\\:b", "?a:b")]
    [InlineData("the of", "")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void A_query_is_read_as_lucene_reads_it(string text, string expected)
    {
        var parsed = QueryParser.Parse(text);

        Assert.Equal(expected, Show(parsed.Query, isTop: true));
        Assert.Empty(parsed.Notes);
    }

    [Theory]
    [InlineData("\"lamp wick", "?\"lamp wick\"~0")]
    [InlineData("(lamp", "?(?lamp)")]
    [InlineData("lamp)", "?lamp")]
    [InlineData("lamp ] wick", "?lamp ?wick")]
    [InlineData("date:[2015 TO", "?2015 TO..2015 TO")]
    public void What_lucene_refuses_is_read_plainly_with_a_note(string text, string expected)
    {
        var parsed = QueryParser.Parse(text);

        Assert.Equal(expected, Show(parsed.Query, isTop: true));
        Assert.NotEmpty(parsed.Notes);
    }

    [Fact]
    public void No_text_is_too_strange()
    {
        var random = new Random(3);
        const string letters = "ab \"()[]{}+-!&|^~*?:\\/ANDORT0123456789.\u2028\ud800";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)]));
            Assert.NotNull(QueryDescription.Of(QueryParser.Parse(text).Query, Glossary));
        }

        Assert.NotNull(QueryParser.Parse(new string('(', 100_000)).Query);
    }

    [Theory]
    [InlineData("lamp \"trim the wick\" kind:comment -oil", "lamp or “trim the wick”, only comments, without oil")]
    [InlineData("+lamp wick", "with lamp, better with wick")]
    [InlineData("lam* tide~1 title:fog", "words beginning with lam or words like tide or fog in the title")]
    [InlineData("date:[2015 TO 2016] label:desk", "from 2015 to 2016, labelled desk")]
    [InlineData("(lamp OR wick) AND tide", "with (lamp or wick) and tide")]
    [InlineData("TR -lamp", "TR (also “Transforming Rehabilitation”), without lamp")]
    [InlineData("tr title:TR \"TR\"", "tr or TR in the title or “TR”")]
    [InlineData("", "nothing")]
    public void It_says_how_it_read_a_query(string text, string expected) => Assert.Equal(expected, QueryDescription.Of(QueryParser.Parse(text).Query, Glossary));

    private static string Show(QueryNode node, bool isTop = false)
    {
        var text = node switch
        {
            GroupNode group => string.Join(' ', group.Clauses.Select(clause => clause.Occur switch { Occur.Must => "+", Occur.MustNot => "-", _ => "?" } + Show(clause.Query))),
            WordsNode words => Field(words.Field) + words.Text,
            PhraseNode phrase => $"{Field(phrase.Field)}\"{phrase.Text}\"~{phrase.Slop}",
            PrefixNode prefix => $"{Field(prefix.Field)}{prefix.Start}*",
            FuzzyNode fuzzy => $"{Field(fuzzy.Field)}{fuzzy.Word}~{fuzzy.Edits}",
            DatesNode dates => $"{dates.From}{(dates.IsFromExcluded ? "<" : "")}..{(dates.IsToExcluded && dates.To.Length > 0 ? ">" : "")}{dates.To}",
            _ => throw new InvalidOperationException(node.GetType().Name),
        };
        text = node is GroupNode && !isTop ? $"({text})" : text;
        return node.Boost == 1 ? text : FormattableString.Invariant($"{text}^{node.Boost}");
    }

    private static string Field(QueryField field) => field == QueryField.Any ? string.Empty : field + ":";
}
