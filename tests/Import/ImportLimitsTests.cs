using System.Globalization;
using System.Text;
using Blog.Html;
using Blog.Import;
using Blog.Import.Documents;
using Blog.Import.Xml;
using Blog.Tests.Import.Zip;

namespace Blog.Tests.Import;

/// <summary>Each limit of docs/limits.md on the way of an import: at it everything is read, one past it is said. (Those of zips are in ZipIndexTests, of documents' kinds in HostileDocumentTests.)</summary>
public sealed class ImportLimitsTests
{
    [Fact]
    public void An_entry_may_be_as_long_as_the_limit_and_no_longer()
    {
        var rest = Reading.Post("1", "<x></x>").Length;
        var fits = Reading.OfText(Reading.Feed(Reading.Post("1", "<x>" + new string('a', ElementSplitter.LongestElement - rest) + "</x>") + Reading.Post("2")));
        Assert.Equal(2, fits.Posts.Count);
        Assert.Empty(fits.Lost);

        var long1 = Reading.OfText(Reading.Feed(Reading.Post("1", "<x>" + new string('a', ElementSplitter.LongestElement - rest + 1) + "</x>") + Reading.Post("2")));
        Assert.Single(long1.Posts);
        Assert.Contains("longer than", Assert.Single(long1.Lost).Reason, StringComparison.Ordinal);
        Assert.Equal(1, long1.Ledger.ExitCode);
    }

    [Fact]
    public void Elements_may_be_nested_as_deep_as_the_limit_and_no_deeper()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("<x>", depth)) + string.Concat(Enumerable.Repeat("</x>", depth));
        Assert.Empty(Reading.OfEntries(Reading.Post("1", Nested(ElementSplitter.DeepestElement))).Lost);
        Assert.Contains("nested deeper", Assert.Single(Reading.OfEntries(Reading.Post("1", Nested(ElementSplitter.DeepestElement + 1))).Lost).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_may_have_as_many_attributes_as_the_limit_and_no_more()
    {
        string Tag(int count) => "<x " + string.Join(' ', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=''"))) + "/>";
        Assert.Empty(Reading.OfEntries(Reading.Post("1", Tag(ElementSplitter.MostAttributes))).Lost);
        Assert.Contains("attributes", Assert.Single(Reading.OfEntries(Reading.Post("1", Tag(ElementSplitter.MostAttributes + 1))).Lost).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_longer_than_the_limit_costs_itself_only()
    {
        var export = Reading.Feed(Reading.Post("1"));
        var head = export.IndexOf("<entry>", StringComparison.Ordinal) - export.IndexOf("<feed", StringComparison.Ordinal);
        string With(int length) => export.Replace("<updated>2020", $"<x>{new string('a', length - head - 7)}</x><updated>2020", StringComparison.Ordinal);

        Assert.Equal("Ferry Notes", Reading.OfText(With(ElementSplitter.LongestHead)).Source.Title);
        var past = Reading.OfText(With(ElementSplitter.LongestHead + 1));
        Assert.Single(past.Posts);
        Assert.Null(past.Source.Title);
    }

    [Fact]
    public void A_title_and_a_field_are_cut_at_their_limit()
    {
        string Title(int length) => Reading.Post("1").Replace("Crossing 1<", new string('a', length) + "<", StringComparison.Ordinal);
        Assert.Equal(PlainTitle.Longest, Assert.Single(Reading.OfEntries(Title(PlainTitle.Longest)).Posts).Title!.Length); // not null: given
        Assert.Equal(PlainTitle.Longest, Assert.Single(Reading.OfEntries(Title(PlainTitle.Longest + 1)).Posts).Title!.Length); // not null: as above

        string Profile(int length) => Reading.Comment("2", "1").Replace("</name>", $"</name><uri>{new string('a', length)}</uri>", StringComparison.Ordinal);
        Assert.Empty(Assert.Single(Reading.OfEntries(Profile(1000)).Comments).Flags);
        Assert.NotEmpty(Assert.Single(Reading.OfEntries(Profile(1001)).Comments).Flags);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_of_as_many_characters_as_the_limit_keeps_its_markup_and_one_more_becomes_plain(bool isPost)
    {
        var context = isPost ? HtmlContext.Post : HtmlContext.Comment;
        string Text(int length) => "<b>" + new string('a', length - 7) + "</b>";
        Assert.StartsWith("**", Convert(Text(context.MaximumCharacters), context), StringComparison.Ordinal);
        Assert.StartsWith("a", Convert(Text(context.MaximumCharacters + 1), context), StringComparison.Ordinal);

        string Tags(int count) => "<b>b</b>" + string.Concat(Enumerable.Repeat("<br>", count - 2)) + "x";
        Assert.StartsWith("**", Convert(Tags(context.MaximumTags), context), StringComparison.Ordinal);
        Assert.StartsWith("b", Convert(Tags(context.MaximumTags + 1), context), StringComparison.Ordinal);

        string Open(int depth) => "<b>b</b>" + string.Concat(Enumerable.Repeat("<div>", depth)) + "x";
        Assert.StartsWith("**", Convert(Open(context.MaximumOpenElements), context), StringComparison.Ordinal);
        Assert.StartsWith("b", Convert(Open(context.MaximumOpenElements + 1), context), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_as_long_as_the_limit_is_read_and_one_more_is_shown_as_text()
    {
        foreach (var (place, most) in new[] { (MarkdownPlace.Comment, MarkdownLimits.MaxComment), (MarkdownPlace.Post, MarkdownLimits.MaxPost) })
        {
            string Text(int length) => "**b** " + string.Concat(Enumerable.Repeat("word\n", length / 5 + 1))[..(length - 6)];
            Assert.Contains("<strong>", MarkdownRenderer.Render(Text(most), new MarkdownContext { Place = place }).Html.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("<strong>", MarkdownRenderer.Render(Text(most + 1), new MarkdownContext { Place = place }).Html.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_document_may_be_as_large_as_each_limit_and_no_larger()
    {
        var text = "Some words of a guest."u8.ToArray();
        Read(text, new DocumentLimits { MaximumBytes = text.Length });
        Assert.Equal(DocumentFault.TooLarge, Refused(text, new DocumentLimits { MaximumBytes = text.Length - 1 }));
        Read(text, new DocumentLimits { MaximumCharacters = text.Length });
        Assert.Equal(DocumentFault.TooLarge, Refused(text, new DocumentLimits { MaximumCharacters = text.Length - 1 }));

        const string document = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>words</w:t></w:r></w:p></w:body></w:document>";
        var zip = ZipSamples.Of(("word/document.xml", document));
        Read(zip, new DocumentLimits { MaximumEntries = 1 });
        Assert.Equal(DocumentFault.TooComplex, Refused(ZipSamples.Of(("word/document.xml", document), ("a.xml", "<a/>")), new DocumentLimits { MaximumEntries = 1 }));
        Read(zip, new DocumentLimits { MaximumXmlBytes = document.Length });
        Assert.Equal(DocumentFault.TooLarge, Refused(zip, new DocumentLimits { MaximumXmlBytes = document.Length - 1 }));
        Read(zip, new DocumentLimits { MaximumElements = 5 });
        Assert.Equal(DocumentFault.TooComplex, Refused(zip, new DocumentLimits { MaximumElements = 4 }));
        Read(zip, new DocumentLimits { MaximumDepth = 5 });
        Assert.Equal(DocumentFault.TooComplex, Refused(zip, new DocumentLimits { MaximumDepth = 3 }));
        Assert.Equal(DocumentFault.TooLarge, Refused(zip, new DocumentLimits { MaximumUnpackedBytes = document.Length - 1 }));
    }

    private static string Convert(string html, HtmlContext context) => new HtmlToMarkdown().Convert(new RawHtml(html), context).Markdown;

    private static void Read(byte[] bytes, DocumentLimits limits)
    {
        using var stream = new MemoryStream(bytes);
        Assert.NotEmpty(DocumentReader.Read(stream, null, limits).Markdown);
    }

    private static DocumentFault Refused(byte[] bytes, DocumentLimits limits)
    {
        using var stream = new MemoryStream(bytes);
        return Assert.Throws<DocumentException>(() => DocumentReader.Read(stream, null, limits)).Fault;
    }
}
