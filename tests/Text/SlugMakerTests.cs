using Blog.Text;

namespace Blog.Tests.Text;

public sealed class SlugMakerTests
{
    [Theory]
    [InlineData("Guest Blog 47", "guest-blog-47")]
    [InlineData("  What's the PO’s view?! ", "whats-the-pos-view")]
    [InlineData("Crème Brûlée & naïve", "creme-brulee-naive")]
    [InlineData("Cre\u0300me", "creme")]
    [InlineData("Straße, Øre, Łódź, Æon, ﬁne", "strasse-ore-lodz-aeon-fine")]
    [InlineData("Привет мир", "privet-mir")]
    [InlineData("½ done", "1-2-done")]
    [InlineData("日本語", "post")]
    [InlineData("---", "post")]
    [InlineData("", "post")]
    [InlineData("\uD83D", "post")]
    public void A_title_becomes_a_slug(string title, string slug) => Assert.Equal(slug, SlugMaker.Make(title));

    [Fact]
    public void A_long_title_is_cut_after_a_whole_word()
    {
        var slug = SlugMaker.Make(string.Join(' ', Enumerable.Repeat("probation", 20)));
        Assert.True(slug.Length <= SlugMaker.MaximumLength);
        Assert.EndsWith("-probation", slug, StringComparison.Ordinal);
        Assert.Equal(SlugMaker.MaximumLength, SlugMaker.Make(new string('x', 500)).Length);
    }

    [Fact]
    public void Every_slug_has_the_promised_form()
    {
        var random = new Random(20151215);
        for (var round = 0; round < 2000; round++)
        {
            var title = new string([.. Enumerable.Range(0, random.Next(120)).Select(_ => (char)random.Next(0x500))]);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", SlugMaker.Make(title));
            Assert.InRange(SlugMaker.Make(title).Length, 1, SlugMaker.MaximumLength);
        }
    }
}
