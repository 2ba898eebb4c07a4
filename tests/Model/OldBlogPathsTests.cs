using Blog.Model;

namespace Blog.Tests.Model;

public sealed class OldBlogPathsTests
{
    [Theory]
    [InlineData("/2015_12_01_archive.html", "/2015/12/")]
    [InlineData("/2006_04_09_archive.html", "/2006/04/")]
    [InlineData("/archives/2006_04_09_archive.html", "/2006/04/")]
    [InlineData("/2015/12/", "/2015/12/")]
    [InlineData("/2015/12", "/2015/12/")]
    [InlineData("/2015/12/06/", "/2015/12/")]
    [InlineData("/2015/", "/2015/")]
    [InlineData("/2015", "/2015/")]
    [InlineData("/2015/12/x.html", null)]
    [InlineData("/15_12_01_archive.html", null)]
    [InlineData("/", null)]
    public void An_archive_is_that_of_its_month_or_year(string path, string? expected) => Assert.Equal(expected, OldBlogPaths.ArchiveOf(path));

    [Theory]
    [InlineData("/2015/12/x.html", true)]
    [InlineData("/2015/12/15/the-kiln/", true)]
    [InlineData("/p/about.html", true)]
    [InlineData("/2015/12/", false)]
    [InlineData("/2015/12/15/", false)]
    [InlineData("/search/label/x", false)]
    [InlineData("/favicon.ico", false)]
    public void The_page_of_one_post_is_known_by_its_form(string path, bool expected) => Assert.Equal(expected, OldBlogPaths.IsOfOnePost(path));

    [Theory]
    [InlineData("/feeds/posts/default", true)]
    [InlineData("/feeds/posts/default/-/Guest%20posts", true)]
    [InlineData("/feeds/123/comments/default", true)]
    [InlineData("/atom.xml", true)]
    [InlineData("/feed/", true)]
    [InlineData("/feeding-the-kiln.html", false)]
    public void Feeds_are_known(string path, bool expected) => Assert.Equal(expected, OldBlogPaths.IsFeed(path));

    [Fact]
    public void A_label_is_read_as_it_was_written() => Assert.Equal(("Café & Co", null), (OldBlogPaths.LabelOf("/search/label/Caf%C3%A9%20%26%20Co"), OldBlogPaths.LabelOf("/search/label/")));

    [Theory]
    [InlineData("/2015/12/15/the-kiln/", null)]
    [InlineData("/2015/12/caf%C3%A9.html", null)]
    [InlineData("/a%3Ab/%2A", null)]
    [InlineData("2015/x", "begins with '/'")]
    [InlineData("/", "names something")]
    [InlineData("/2015/café.html", "written as /2015/caf%C3%A9.html")]
    [InlineData("/x?m=1", "without query")]
    [InlineData("/x#c1", "without query")]
    [InlineData("/a b", "written as /a%20b")]
    [InlineData("/*", "written as /%2A")]
    [InlineData("/:x", "written as /%3Ax")]
    [InlineData("//evil.example/", "empty part")]
    [InlineData("/../x", "dots alone")]
    [InlineData("/%2e%2e/x", "written as /../x")]
    [InlineData("/x%0A", "control")]
    public void What_leads_on_is_written_in_one_way(string path, string? why)
    {
        var said = OldPath.WhyNot(path);
        Assert.True(why is null ? said is null : said?.Contains(why, StringComparison.Ordinal) == true, said);
    }

    [Fact]
    public void A_path_may_be_so_long_and_no_longer()
    {
        Assert.Null(OldPath.WhyNot("/" + new string('a', OldPath.MaxLength - 1)));
        Assert.NotNull(OldPath.WhyNot("/" + new string('a', OldPath.MaxLength)));
    }
}
