using Blog.Redact;
using Blog.Redact.Tagging;

namespace Blog.Tests.Redact.Tagging;

/// <summary>What the tagger says of texts, by itself and as one thread.</summary>
public sealed class TextTaggerTests
{
    [Theory]
    [InlineData("it cost 3,000 euros in all", FindingKind.Amount, "3,000 euros")]
    [InlineData("a flat of 80 square metres", FindingKind.Amount, "80 square")]
    [InlineData("She went to work for Quillfeather Systems Ltd after that.", FindingKind.Organisation, "Quillfeather Systems Ltd")]
    public void What_no_rule_knows_is_suggested_as_a_near_miss(string text, FindingKind kind, string words)
    {
        var found = Assert.Single(Find(TagMode.Suggest, text)[0], finding => finding.Kind == kind);

        Assert.Equal(words, found.Range.Of(text));
        Assert.True(found.IsNearMiss);
        Assert.Equal(TextTagger.Name, found.Recognizer);
        Assert.DoesNotContain(words, found.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The contract runs on and on.")]
    [InlineData("I agree with all of this.")]
    [InlineData("nothing to see here, move along")]
    public void Ordinary_sentences_have_no_suggestion(string text) => Assert.Empty(Find(TagMode.Suggest, text)[0]);

    [Fact]
    public void Under_guard_what_is_found_counts_and_holds_whatever_its_kind()
    {
        const string Text = "She went to work for Quillfeather Systems Ltd after that.";

        var found = Assert.Single(Find(TagMode.Guard, Text)[0], finding => finding.Range.Of(Text).Contains("Quillfeather", StringComparison.Ordinal));

        Assert.False(found.IsNearMiss);
        Assert.Equal(FindingTreatment.Hold, FindingTreatmentTable.Of(found, TagMode.Guard));
        Assert.Equal(FindingTreatment.List, FindingTreatmentTable.Of(FindingKind.Organisation));
    }

    [Theory]
    [InlineData("It is dear in the north of Ockershire. All of it.", "north of Ockershire")]
    [InlineData("The office in my big northern city centre is in chaos.", "northern")]
    [InlineData("They came from what was NPS NW in those days.", "NW")]
    [InlineData("Price, who was sentenced last year, walked out.", "Price")]
    public void Under_guard_points_of_the_compass_and_surnames_that_are_told_of_count(string text, string words)
    {
        Assert.Contains(Find(TagMode.Guard, text)[0], finding => finding.Range.Of(text).Contains(words, StringComparison.Ordinal) && !finding.IsNearMiss);
    }

    [Theory]
    [InlineData("The wind came from the north all day.", "north")]
    [InlineData("We went west, and then east again.", "west")]
    public void Points_of_the_compass_that_narrow_nothing_do_not_count(string text, string point) => Assert.DoesNotContain(Find(TagMode.Guard, text)[0], finding => finding.Range.Of(text).Contains(point, StringComparison.Ordinal));

    [Fact]
    public void A_name_that_one_text_of_a_thread_shows_is_found_in_all_of_them()
    {
        const string Plain = "ask Wexcombe-ish about it, or ask Ottoline";
        const string Telling = "I spoke to Ottoline Quarrender yesterday.";
        var person = new TextRange(Telling.IndexOf("Ottoline", StringComparison.Ordinal), Telling.IndexOf("Ottoline", StringComparison.Ordinal) + "Ottoline".Length);

        var alone = TextTagger.Shipped.Find([ProseView.Of(Plain)], [[]], PublicNames.BuiltIn, TagMode.Suggest)[0];
        var together = TextTagger.Shipped.Find([ProseView.Of(Plain), ProseView.Of(Telling)], [[], [person]], PublicNames.BuiltIn, TagMode.Suggest)[0];

        Assert.Contains(together, finding => finding.Kind == FindingKind.Person && finding.Range.Of(Plain) == "Ottoline");
        Assert.True(together.Count >= alone.Count);
    }

    [Fact]
    public void What_stands_in_code_is_read_too_and_positions_are_those_of_the_source()
    {
        const string Text = "*It* is `She went to work for Quillfeather Systems Ltd` there.";

        Assert.Contains(Find(TagMode.Guard, Text)[0], finding => finding.Range.Of(Text) == "Quillfeather Systems Ltd");
    }

    private static IReadOnlyList<IReadOnlyList<Finding>> Find(TagMode mode, params string[] texts) =>
        TextTagger.Shipped.Find([.. texts.Select(ProseView.Of)], [.. texts.Select(_ => (IReadOnlyList<TextRange>)[])], PublicNames.BuiltIn, mode);
}
