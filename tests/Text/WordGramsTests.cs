using Blog.Text;

namespace Blog.Tests.Text;

public sealed class WordGramsTests
{
    [Theory]
    [InlineData("Linnet Quay", "by Linnet Quay, as ever")]
    [InlineData("Linnet Quay", "LINNET   QUAY")]
    [InlineData("Linnet Quay", "linnet-quay")]
    [InlineData("Linnet Quay", "see /linnetquay/ there")]
    [InlineData("Linnet Quay", "Quay, Linnet")]
    [InlineData("Linnet Quay", "Linnet\u00A0Qu\u00ADay")]
    [InlineData("Linnet Quay", "Ｌｉｎｎｅｔ Ｑｕａｙ")]
    [InlineData("Linnet Quay", "Lіnnet Quаy")]
    [InlineData("Linnet Quay", "Linnet Quay's")]
    [InlineData("Linnet Quay", "the Linnet Quays")]
    [InlineData("Wrenfield", "Wren-\nfield")]
    [InlineData("Wrenfield", "DrWrenfield")]
    [InlineData("wren@example.org", "wren at example dot org")]
    [InlineData("020 7946 0018", "02079460018")]
    [InlineData("+44 20 7946 0018", "020-7946-0018")]
    [InlineData("Jo Li", "Jo Li")]
    [InlineData("O'Neil", "Oneil")]
    [InlineData("McKay", "mckay")]
    [InlineData("McKay", "McKay")]
    [InlineData("we met by the old mill at Crake Bottom", "and then we met by the old mill once")]
    public void A_text_that_holds_a_term_shares_a_form_with_it(string term, string text) => Assert.True(Shares(term, LetterCase.Any, text));

    [Theory]
    [InlineData("Jo Li", "joli")]
    [InlineData("Ann", "planning")]
    [InlineData("Ann", "an n")]
    [InlineData("Linnet Quay", "Linnet and Quay")]
    [InlineData("Reading", "reading a book")] // a name that is an ordinary word counts with a capital
    [InlineData("PO", "po")]
    public void A_text_that_holds_only_something_like_it_shares_none(string term, string text) =>
        Assert.False(Shares(term, term == "PO" ? LetterCase.Capitals : LetterCase.Any, text));

    [Fact]
    public void A_term_without_letters_has_no_form() => Assert.Empty(WordGrams.OfTerm("...!", LetterCase.Any));

    [Fact]
    public void No_form_of_a_text_has_more_than_five_words_and_the_count_is_bounded()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? "alpha" : "beta"));
        var count = 0;
        WordGrams.Visit(FoldedText.Of(text).Read, (in FoldedLetters _, ReadOnlySpan<char> gram, int _, int _) =>
        {
            Assert.True(gram.Length <= 120);
            count++;
        });
        Assert.InRange(count, 200, 200 * 5 * 2);
    }

    private static bool Shares(string term, LetterCase letters, string text)
    {
        var forms = WordGrams.OfTerm(term, letters);
        var shared = false;
        WordGrams.Visit(FoldedText.Of(text).Read, (in FoldedLetters folded, ReadOnlySpan<char> gram, int first, int length) =>
        {
            var form = gram.ToString();
            var capitals = folded.Is(first, LetterTraits.Upper) ? (string[])["^"] : [];
            shared |= forms.Contains(form) || capitals.Any(mark => forms.Contains(mark + form));
        });
        return shared;
    }
}
