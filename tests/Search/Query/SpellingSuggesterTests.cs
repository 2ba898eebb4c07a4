using Blog.Search.Index;
using Blog.Search.Query;
using Blog.Tests.Search.Index;

namespace Blog.Tests.Search.Query;

public sealed class SpellingSuggesterTests
{
    private static readonly IndexReader Index = new IndexedPages()
        .Add("lamps", "The lantern", "Lanterns and keepers. The keeper's computer is in Thornmouth.", "lantern oil", "lanthorn", "keepers", "a relationship of 2016")
        .Index();

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
    [InlineData("author:lntern", null)]
    [InlineData("lantern", null)]
    public void Only_words_that_no_unit_has_are_replaced(string typed, string? meant) => Assert.Equal(meant, Suggester.SuggestQuery(QueryParser.Parse(typed).Query, typed));
}
