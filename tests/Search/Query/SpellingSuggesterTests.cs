using Blog.Search.Index;
using Blog.Search.Query;
using Blog.Tests.Search.Index;

namespace Blog.Tests.Search.Query;

public sealed class SpellingSuggesterTests
{
    private static readonly IndexReader Index = new IndexedPages()
        .Add("lamps", "The lantern", "Lanterns and keepers. The keeper's computer is in Thornmouth.", "lantern oil", "lanthorn", "keepers", "a relationship of 2016")
        .Index();

    private static readonly string[] Stems = ["relat", "reliev", "arriv", "storag"];

    private static readonly SpellingSuggester Suggester = new(Index);

    [Theory]
    [InlineData("lntern", "lantern")]
    [InlineData("lanetrn", "lantern")]
    [InlineData("Lanterm", "lantern")]
    [InlineData("keepre", "keepers")]
    [InlineData("compuer", "computer")]
    [InlineData("xomputer", "computer")]
    [InlineData("relationsihp's", "relationship")]
    [InlineData("thornmuoth", "thornmouth")]
    public void A_word_one_slip_away_is_meant(string typed, string meant) => Assert.Equal(meant, Suggester.Suggest(typed));

    [Fact]
    public void Of_seven_letters_and_more_two_slips_are_forgiven() => Assert.Equal("thornmouth", Suggester.Suggest("thornmoxxth"));

    [Theory]
    [InlineData("relaed", "related")]
    [InlineData("releives", "relieved")]
    [InlineData("arrivng", "arriving")]
    [InlineData("storge", "storage")]
    public void What_is_shown_is_a_word_of_the_texts_and_no_stem(string typed, string shown)
    {
        var index = new IndexedPages().Add("relief", "Relief", "Related posts. She was relieved, and arriving late, of the storage.").Index();

        Assert.Equal(shown, new SpellingSuggester(index).Suggest(typed));
        Assert.DoesNotContain(shown, Stems);
    }

    [Theory]
    [InlineData("oli")]
    [InlineData("2017")]
    [InlineData("the")]
    [InlineData("")]
    [InlineData("harbourmaster")]
    public void Short_words_numbers_and_words_near_no_other_mean_nothing_else(string typed) => Assert.Null(Suggester.Suggest(typed));

    [Theory]
    [InlineData("lntern oil", "lantern oil")]
    [InlineData("\"lntern oil\"~2 -keepre", "\"lantern oil\"~2 -keepre")]
    [InlineData("title:lntern +compuer", "title:lantern +computer")]
    [InlineData("lntern xlnternx lntern", "lantern xlnternx lantern")]
    [InlineData("author:lntern", null)]
    [InlineData("lantern", null)]
    public void Only_words_that_no_unit_has_are_replaced(string typed, string? meant) => Assert.Equal(meant, Suggester.SuggestQuery(QueryParser.Parse(typed).Query, typed));
}
