using Blog.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Text;

public sealed class FoldedTextTests
{
    [Fact]
    public void The_programs_own_test_passes() => FoldingSelfTest.Run();

    [Theory]
    [InlineData("Linnet Quay", "Linnet|Quay")]
    [InlineData("LinnetQuay77", "Linnet|Quay|77")]
    [InlineData("McAlder MacQuay", "McAlder|MacQuay")]
    [InlineData("O\u2019Quay-Alder's", "O|Quay|Alder|s")]
    [InlineData("al\u00ADder", "al\u00ADder")]
    [InlineData("al\u200Dder", "al\u200Dder")]
    [InlineData("al\u200Bder", "al|der")]
    [InlineData("al**der**", "al|der")]
    [InlineData("snake_case", "snake|case")]
    [InlineData("Alder\u2122", "Alder|\u2122")]
    [InlineData("\u674E\u5C0F\u9F8D", "\u674E|\u5C0F|\u9F8D")]
    [InlineData("caf\u00E9s e\u0301t", "caf\u00E9s|e\u0301t")]
    [InlineData("\u24C2\u24D0x", "\u24C2\u24D0|x")]
    public void Words_begin_and_end_where_people_see_them(string text, string words)
    {
        var folded = FoldedText.Of(text);
        var seen = new List<string>();
        var start = -1;
        for (var i = 0; i < folded.Length; i++)
        {
            start = folded.IsWordStart(i) ? folded.StartOf(i) : start;
            if (folded.IsWordEnd(i))
            {
                seen.Add(text[start..folded.EndOf(i)]);
            }
        }

        Assert.Equal(words, string.Join('|', seen));
    }

    [Fact]
    public void Folding_a_folded_text_changes_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts(), text =>
    {
        var letters = FoldedText.Of(text).Letters;
        return FoldedText.Of(letters).Letters == letters;
    }));

    [Fact]
    public void Every_letter_that_folds_at_all_folds_to_what_stays()
    {
        for (var code = 0; code < 0x110000; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF)
            {
                continue;
            }

            var letters = FoldedText.Of(char.ConvertFromUtf32(code)).Letters;
            Assert.True(FoldedText.Of(letters).Letters == letters, $"U+{code:X4}");
        }
    }

    [Fact]
    public void Capitals_fold_as_small_letters_do()
    {
        for (var code = 0; code < 0x110000; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF || !System.Text.Rune.IsUpper(new System.Text.Rune(code)))
            {
                continue;
            }

            var rune = new System.Text.Rune(code);
            if (FoldedText.Of(rune.ToString()).Length == 0)
            {
                continue; // younger than the table's Unicode
            }

            Assert.True(FoldedText.Of(rune.ToString()).Letters == FoldedText.Of(System.Text.Rune.ToLowerInvariant(rune).ToString()).Letters, $"U+{code:X4}");
        }
    }

    [Fact]
    public void Positions_lead_back_to_the_characters_that_folded() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts(), text =>
    {
        var folded = FoldedText.Of(text);
        for (var i = 0; i < folded.Length; i++)
        {
            var (start, end) = (folded.StartOf(i), folded.EndOf(i));
            if (start < 0 || end <= start || end > text.Length || !FoldedText.Of(text[start..end]).Letters.Contains(folded.Letters[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void What_shows_nothing_changes_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Texts(), text =>
    {
        var filled = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString() + "\u200D\u00AD\u0301"));
        return FoldedText.Of(filled.Replace("](", "] (", StringComparison.Ordinal)).Letters.Length == FoldedText.Of(text.Replace("](", "] (", StringComparison.Ordinal)).Letters.Length;
    }));

    [Fact]
    public void Its_name_tells_only_a_length() => Assert.Equal("FoldedText(5)", FoldedText.Of("alder").ToString());

    private static Arbitrary<string> Texts() => Gen.Elements(
            "a", "B", "z", "9", "I", "l", " ", "-", "'", "\u2019", "*", "_", "](", ")", "\u00E9", "\u0301", "\u00DF", "\uFB03", "\u00BD", "\u0130", "\u0131", "\u0416", "\u0397",
            "\u03B7", "\u674E", "\uD55C", "\u1112", "\u200B", "\u200D", "\u00AD", "\u202E", "\uFFFC", "\uD83D\uDE00", "\uD835\uDC00", "\uD83C\uDDE6", "\u2122", "\u24B6", "\n", "\uD800")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
}
