using Blog.Release;

namespace Blog.Tests.Release;

public sealed class FileDiffTests
{
    [Fact]
    public void What_goes_is_shown_without_its_words_and_what_comes_in_full()
    {
        var change = FileDiff.Of("posts/a.md", "one\nI met Ottoline there.\nthree\ngone whole\n", "one\nI met [redacted: person] there.\nthree\n", isMerged: false, withHunks: true);
        var lines = string.Join('\n', change.Hunks);

        Assert.DoesNotContain("Ottoline", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("gone whole", lines, StringComparison.Ordinal);
        Assert.Contains("- I met" + FileDiff.Gone, lines, StringComparison.Ordinal);
        Assert.Contains("+ I met [redacted: person] there.", lines, StringComparison.Ordinal);
        Assert.Equal((1, 2), (change.Added, change.Removed));
    }

    [Fact]
    public void A_block_for_what_goes_is_as_long_whatever_it_hides() =>
        Assert.Equal(
            FileDiff.Of("a", "x Al y\n", "x B y\n", isMerged: false, withHunks: true).Hunks,
            FileDiff.Of("a", "x Bartholomew y\n", "x B y\n", isMerged: false, withHunks: true).Hunks);
}
