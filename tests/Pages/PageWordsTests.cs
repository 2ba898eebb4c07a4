using System.Text;
using Blog.Pages;
using Blog.Tests.Content;
using Blog.Tests.Theme;

namespace Blog.Tests.Pages;

/// <summary>The table of the theme's own words holds what the theme writes around texts, and nothing that a person could have written.</summary>
public sealed class PageWordsTests
{
    [Fact]
    public async Task Names_of_markup_and_the_frame_of_every_page_are_known()
    {
        using var blog = new InventedBlog()
            .Post("/x.html", "Text", "title: A kettle", "date: 2015-12-15", "labels: [tea]", "series: {name: Kettles, number: 3}")
            .Thread("/x.html", "a 1 -;author: Salt Meadow|Words", "b 1.1 a|Words");
        var site = await RenderedSite.OfAsync(blog);
        foreach (var address in site.Pages.Keys)
        {
            var page = site.Document(address);
            Assert.All(page.All, element => Assert.True(PageWords.IsElement(Encoding.UTF8.GetBytes(element.LocalName)), element.LocalName));
            Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.True(PageWords.IsAttribute(Encoding.UTF8.GetBytes(attribute.Name)), attribute.Name));
            Assert.All(
                page.All.Select(element => element.GetAttribute("class")).OfType<string>(),
                value => Assert.True(PageWords.IsValue("class"u8, Encoding.UTF8.GetBytes(value)), value));
            var foot = page.QuerySelector("footer.site")!; // on every page
            Assert.All(foot.ChildNodes.OfType<AngleSharp.Dom.IText>().Where(text => !string.IsNullOrWhiteSpace(text.Data)), text => Assert.True(PageWords.IsText(Encoding.UTF8.GetBytes(text.Data)), text.Data));
            Assert.All(page.QuerySelectorAll("header.site nav a, header.site .find a, a.skip"), link => Assert.True(PageWords.IsText(Encoding.UTF8.GetBytes(link.TextContent)), link.TextContent));
        }
    }

    [Theory]
    [InlineData("Home", true)]
    [InlineData(" Dates are given to the day. No cookies, no trackers, no scripts needed.\n", true)]
    [InlineData("Homes", false)]
    [InlineData("Home of the Owl", false)]
    [InlineData("Dates are given to the day. The Owl.", false)]
    [InlineData("  ", false)]
    public void A_text_is_known_only_whole(string text, bool isKnown) => Assert.Equal(isKnown, PageWords.IsText(Encoding.UTF8.GetBytes(text)));
}
