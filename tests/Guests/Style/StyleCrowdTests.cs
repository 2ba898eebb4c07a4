using Blog.Guests.Style;
using Blog.Redact;

namespace Blog.Tests.Guests.Style;

public sealed class StyleCrowdTests
{
    private static readonly StyleCrowd Crowd = StyleCrowd.Of(Enumerable.Range(1, 60).Select(writer => StyleSamples.Write(writer, 0, 400)));

    [Fact]
    public void A_writers_own_text_is_nearer_to_what_they_named_than_nearly_all_of_the_crowd()
    {
        for (var writer = 100; writer < 106; writer++)
        {
            var report = Crowd.Compare(StyleSamples.Write(writer, 1, 500), [StyleSamples.Write(writer, 2, 500), StyleSamples.Write(writer, 3, 500)]);

            Assert.Equal(StyleDoubt.None, report.Doubt);
            Assert.InRange(report.MeasuredOn, StyleCrowd.FewestTexts, 60);
            Assert.InRange(report.ShareAsNear!.Value, 0, 0.05);
        }
    }

    [Fact]
    public void Other_writers_texts_give_shares_as_chance_does()
    {
        var shares = Enumerable.Range(100, 40).Select(writer => Crowd.Compare(StyleSamples.Write(writer, 1, 500), [StyleSamples.Write(writer + 200, 2, 500)]).ShareAsNear!.Value).ToList();

        Assert.InRange(shares.Average(), 0.3, 0.7);
        Assert.InRange(shares.Count(share => share <= 0.1), 0, 12);
    }

    [Fact]
    public void With_three_named_texts_the_writers_own_spread_is_told()
    {
        var report = Crowd.Compare(StyleSamples.Write(100, 1, 500), [.. Enumerable.Range(2, 4).Select(text => StyleSamples.Write(100, text, 500))]);

        Assert.Equal(4, report.NamedAsNear.Of);
        Assert.Equal((0, 0), Crowd.Compare(StyleSamples.Write(100, 1, 500), [StyleSamples.Write(100, 2, 500)]).NamedAsNear);
    }

    [Fact]
    public void What_is_too_little_to_say_is_not_said()
    {
        var text = StyleSamples.Write(100, 1, 500);
        var named = new[] { StyleSamples.Write(100, 2, 500) };

        AssertSilent(StyleDoubt.TextTooShort, Crowd.Compare(StyleSamples.Write(100, 1, StyleCrowd.LeastWords - 60), named));
        AssertSilent(StyleDoubt.NamedTooShort, Crowd.Compare(text, []));
        AssertSilent(StyleDoubt.NamedTooShort, Crowd.Compare(text, [StyleSamples.Write(100, 2, 50)]));
        AssertSilent(StyleDoubt.CrowdTooSmall, StyleCrowd.Of(Enumerable.Range(1, 10).Select(writer => StyleSamples.Write(writer, 0, 400))).Compare(text, named));
        AssertSilent(StyleDoubt.CrowdTooSmall, StyleCrowd.Of([]).Compare(text, named));
        Assert.Empty(Crowd.Compare(string.Empty, []).Edits);
    }

    [Fact]
    public void Nothing_of_another_text_is_in_a_report()
    {
        var crowd = StyleCrowd.Of(Enumerable.Range(1, 60).Select(writer => StyleSamples.Write(writer, 0, 400) + " Zanzibarqua spoke with Quellingtree about zanzibarqua."));

        var report = crowd.Compare(StyleSamples.Write(100, 1, 500), [StyleSamples.Write(100, 2, 500) + " Namedquill wrote this."]);
        var said = string.Join(' ', [.. report.StandsOut.Select(trait => trait.Name), .. report.Edits.Select(edit => edit.Replacement), report.ToString(), .. report.StandsOut.Select(trait => trait.ToString()), .. report.Edits.Select(edit => edit.ToString())]);

        Assert.NotEmpty(report.StandsOut);
        Assert.DoesNotContain("anzibarqua", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("quellingtree", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("namedquill", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_stands_out_is_named_with_its_places_in_the_guests_own_text()
    {
        var text = string.Join(' ', Enumerable.Repeat("We waited; then the tide, upon the quay, turned \u2014 whilst [redacted] slept.", 40));

        var traits = Crowd.Compare(text, []).StandsOut;

        var semicolons = Assert.Single(traits, trait => trait.Name == "semicolons");
        Assert.True(semicolons.IsMore);
        Assert.All(semicolons.Places, place => Assert.Equal(";", place.Of(text)));
        Assert.All(Assert.Single(traits, trait => trait.Name == "dashes").Places, place => Assert.Equal("\u2014", place.Of(text)));
        Assert.All(traits, trait => Assert.True(trait.Strength >= 2 && trait.Places.Count <= 20));
    }

    [Fact]
    public void The_same_texts_give_the_same_report()
    {
        var text = StyleSamples.Write(100, 1, 500);
        var named = new[] { StyleSamples.Write(100, 2, 500) };

        var first = Crowd.Compare(text, named);
        var second = StyleCrowd.Of(Enumerable.Range(1, 60).Select(writer => StyleSamples.Write(writer, 0, 400))).Compare(text, named);

        Assert.Equal(first.ShareAsNear, second.ShareAsNear);
        Assert.Equal(first.StandsOut.Select(trait => (trait.Name, trait.Strength)), second.StandsOut.Select(trait => (trait.Name, trait.Strength)));
    }

    [Theory]
    [InlineData("Whilst we slept, the goverment utilised it.", "While we slept, the government used it.")]
    [InlineData("I should of asked.", "I should have asked.")]
    [InlineData("Basically, we lost.", "We lost.")]
    [InlineData("It was, basically, a mess.", "It was a mess.")]
    [InlineData("It was basically a mess.", "It was a mess.")]
    [InlineData("WHILST we slept, prior to dawn.", "WHILE we slept, before dawn.")]
    [InlineData("The organization favors the color.", "The organisation favors the colour.")]
    [InlineData("Amongst `whilst` [whilst](https://example.org/whilst) and [redacted: town].", "Among `whilst` [while](https://example.org/whilst) and [redacted: town].")]
    [InlineData("In order\nto stay.", "In order\nto stay.")]
    [InlineData("A plain sentence stays.", "A plain sentence stays.")]
    public void Edits_are_offered_for_what_few_write(string text, string accepted)
    {
        var report = Crowd.Compare(text, []);

        Assert.Equal(accepted, TextEdit.Apply(text, report.Edits.Select(edit => edit.ToTextEdit())));
    }

    [Fact]
    public void Words_that_the_crowd_uses_are_left()
    {
        var crowd = StyleCrowd.Of(Enumerable.Range(1, 40).Select(writer => StyleSamples.Write(writer, 0, 400) + " Whilst they waited, they organized it."));

        Assert.Empty(crowd.Compare("Whilst we slept.", []).Edits);
        Assert.Equal("organized", Assert.Single(crowd.Compare("We organised it.", []).Edits).Replacement);
    }

    [Fact]
    public void Short_and_long_forms_follow_the_crowd()
    {
        var crowd = StyleCrowd.Of(Enumerable.Range(1, 40).Select(writer => StyleSamples.Write(writer, 0, 400) + " I don't know and we can't say. It isn't so."));
        const string Text = "I do not know. We cannot say. They are not here, and I am not sure. You are late. I did not ask.";

        var edits = crowd.Compare(Text, []).Edits;

        Assert.All(edits, edit => Assert.Equal(StyleEditReason.ShortOrLongForm, edit.Reason));
        Assert.Equal("I don't know. We can't say. They're not here, and I'm not sure. You're late. I didn't ask.", TextEdit.Apply(Text, edits.Select(edit => edit.ToTextEdit())));
    }

    private static void AssertSilent(StyleDoubt doubt, StyleReport report)
    {
        Assert.Equal(doubt, report.Doubt);
        Assert.Null(report.ShareAsNear);
        Assert.Equal(0, report.MeasuredOn);
    }
}
