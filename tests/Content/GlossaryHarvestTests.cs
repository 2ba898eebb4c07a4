using Blog.Content;
using Blog.Model;

namespace Blog.Tests.Content;

public sealed class GlossaryHarvestTests
{
    [Theory]
    [InlineData("She is a Remote Watcher (RW) now.", "RW: Remote Watcher")]
    [InlineData("An RW (remote watcher) sits inland.", "RW: Remote watcher")]
    [InlineData("The KGA is the Keepers and Gaugers Association, a union.", "KGA: Keepers and Gaugers Association")]
    [InlineData("KGA stands for Keepers' and Gaugers' Association.", "KGA: Keepers' and Gaugers' Association")]
    [InlineData("The Society of Light Keepers (SLK) wrote.", "SLK: Society of Light Keepers")]
    [InlineData("RW (see above)", "")]
    [InlineData("RW is really wet.", "RW: Really wet")] // a proposal; the editor decides
    [InlineData("RW is wrong.", "")]
    [InlineData("It (RW) stays.", "")]
    [InlineData("Remote [redacted: name] Watcher (RW)", "")]
    [InlineData("RW (remote watcher and so on, without an end", "")]
    public void An_explanation_has_the_letters_of_its_abbreviation(string text, string expected)
    {
        var harvest = new GlossaryHarvest();
        harvest.Add(text, null);
        Assert.Equal(expected, string.Join("; ", harvest.Proposals(new Dictionary<string, GlossaryEntry>()).Select(proposal => $"{proposal.Term}: {proposal.Means}")));
    }

    [Fact]
    public void The_most_used_comes_first_with_the_time_of_its_use_and_what_is_known_is_left_out()
    {
        using var blog = new InventedBlog()
            .Post("/2015/12/x.html", "Remote Watcher (RW) and Old Hand (OH) and Known Thing (KT).", "date: 2015-12-15")
            .Thread("/2015/12/x.html", "a 1 -;date: 2016-03-01|RW again", "b 2 -;date: 2014-01-02|RW (remote watcher), RW");
        blog.Settings = blog.Settings with { Glossary = new Dictionary<string, GlossaryEntry> { ["KT"] = new("Known thing") } };
        Assert.Equal(
            [new GlossaryProposal("RW", "Remote Watcher", 2, 3, "2014-01", "2016-03"), new GlossaryProposal("OH", "Old Hand", 1, 1, "2015-12", "2015-12")],
            GlossaryHarvest.Of(blog.Index(), blog.Reader, CancellationToken.None));
    }
}
