using System.Text;
using System.Text.Json;
using Blog.Import;
using Blog.Import.Blogger;
using Blog.Import.Captures;
using Blog.Import.Readers;
using Blog.Import.Xml;

namespace Blog.Tests.Import.Readers;

/// <summary>Limits of docs/limits.md on other sources than Blogger's export: at each everything is read, one past it is said.</summary>
public sealed class ReaderLimitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_may_lie_as_deep_as_the_limit_and_no_deeper()
    {
        string Folder(int depth) => Path.Combine(Enumerable.Range(0, depth).Select(i => $"d{i}").ToArray());
        _folder.Put(Path.Combine("at", Folder(SourceFiles.DeepestFolder), "a.xml"), "<a/>");
        _folder.Put(Path.Combine("past", Folder(SourceFiles.DeepestFolder + 1), "a.xml"), "<a/>");
        Assert.Single(SourceFiles.Under(_folder.File("at")));
        Assert.Empty(SourceFiles.Under(_folder.File("past")));
    }

    [Fact]
    public void A_folder_may_hold_as_many_files_as_the_limit_and_no_more()
    {
        _folder.Put("a.xml", "<a/>");
        _folder.Put("b.xml", "<a/>");
        Assert.Equal(2, SourceFiles.Under(_folder.Root, mostFiles: 2).Count);
        Assert.Contains("more than 1 files", Assert.Throws<ImportException>(() => SourceFiles.Under(_folder.Root, mostFiles: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_may_be_as_long_as_the_limit_and_no_longer()
    {
        string Page(int length) => "<html><body>" + new string('a', length - 26) + "</body></html>";
        Assert.NotNull(PageMarkup.Text(Of(Page(PageMarkup.LongestPage)), new RepairLog()));
        Assert.Null(PageMarkup.Text(Of(Page(PageMarkup.LongestPage + 1)), new RepairLog()));
        Assert.Null(PageMarkup.Parse(Of(Page(PageMarkup.LongestPage + 1)), new RepairLog(), out var fault));
        Assert.Contains("longer than", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_may_have_as_many_tags_and_lie_as_deep_as_the_limits_and_no_more()
    {
        string? Fault(string page)
        {
            using var document = PageMarkup.Parse(Of(page), new RepairLog(), out var fault);
            return fault;
        }

        Assert.Null(Fault(string.Concat(Enumerable.Repeat("<br>", PageMarkup.MostTags))));
        Assert.Contains("too many", Fault(string.Concat(Enumerable.Repeat("<br>", PageMarkup.MostTags + 1))), StringComparison.Ordinal);
        Assert.Null(Fault(string.Concat(Enumerable.Repeat("<div>", PageMarkup.DeepestPage))));
        Assert.Contains("too deep", Fault(string.Concat(Enumerable.Repeat("<div>", PageMarkup.DeepestPage + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_JSON_may_be_as_large_and_as_deep_as_the_limits_and_no_more()
    {
        const string head = "{\"data\":{\"posts\":[{\"a\":\"";
        const string tail = "\"}]}}";
        const int item = 7; // {"a":"", the element's own quotes and closing brace counted below
        byte[] Large(int length) => [.. Encoding.UTF8.GetBytes(head), .. Enumerable.Repeat((byte)'a', length), .. Encoding.UTF8.GetBytes(tail)];
        Assert.Single(JsonItems.Under(new MemoryStream(Large(JsonItems.LongestItem - item - 1)), "data"));
        Assert.Throws<JsonException>(() => JsonItems.Under(new MemoryStream(Large(JsonItems.LongestItem + 1)), "data").Count());

        string Deep(int depth) => "{\"data\":{\"posts\":[{\"a\":" + new string('[', depth - 4) + new string(']', depth - 4) + "}]}}";
        Assert.Single(JsonItems.Under(new MemoryStream(Encoding.UTF8.GetBytes(Deep(JsonItems.Deepest))), "data"));
        Assert.ThrowsAny<JsonException>(() => JsonItems.Under(new MemoryStream(Encoding.UTF8.GetBytes(Deep(JsonItems.Deepest + 1))), "data").Count());
    }

    [Fact]
    public void Rows_and_characters_of_tables_end_at_their_limits()
    {
        Assert.Equal(CsvTable.MostRows, CsvTable.Parse("a\n" + string.Concat(Enumerable.Repeat("b\n", CsvTable.MostRows))).Count);
        Assert.Equal(CsvTable.MostRows, CsvTable.Parse("a\n" + string.Concat(Enumerable.Repeat("b\n", CsvTable.MostRows + 1))).Count);
        const string first = "blog_subdomain\nquay";
        Assert.Equal("http://quay.blogspot.com/", TakeoutSettings.Read(Of(first + "," + new string('x', TakeoutSettings.LongestTable - first.Length - 1))).Address);
        Assert.NotNull(TakeoutSettings.Read(Of(first + "," + new string('x', TakeoutSettings.LongestTable * 2))).Address); // the rest is not looked at
        Assert.Null(TakeoutSettings.Read(Of(new string('\n', TakeoutSettings.LongestTable + (64 * 1024)) + first)).Address);
    }

    [Fact]
    public void A_line_longer_than_the_limit_goes_on_as_the_next()
    {
        List<int> Lines(int length)
        {
            var lines = new DecodedLines(new SourceDecoder(new MemoryStream(Encoding.ASCII.GetBytes(new string('a', length) + "\nb")), "a.txt", new RepairLog()));
            var lengths = new List<int>();
            while (lines.Read() is { } line)
            {
                lengths.Add(line.Length);
            }

            return lengths;
        }

        Assert.Equal([DecodedLines.LongestLine, 1], Lines(DecodedLines.LongestLine));
        var past = Lines(DecodedLines.LongestLine + (64 * 1024));
        Assert.True(past is [> DecodedLines.LongestLine, > 0, 1] && past.Sum() == DecodedLines.LongestLine + (64 * 1024) + 1);
    }

    [Fact]
    public void Addresses_ids_and_fields_have_their_limits()
    {
        string Address(int length) => "http://quay.example/" + new string('a', length - 20);
        Assert.NotNull(OldAddress.Fold(Address(OldAddress.Longest)));
        Assert.Null(OldAddress.Fold(Address(OldAddress.Longest + 1)));
        Assert.NotNull(BloggerPermalink.Path(Address(BloggerPermalink.Longest), null));
        Assert.Null(BloggerPermalink.Path(Address(BloggerPermalink.Longest + 1), null));
        Assert.NotNull(BloggerIds.Blog(BloggerIds.Prefix + new string('1', BloggerIds.LongestNumber)));
        Assert.Null(BloggerIds.Blog(BloggerIds.Prefix + new string('1', BloggerIds.LongestNumber + 1)));
        var flags = new List<string>();
        Assert.Equal(EntryTexts.LongestField, EntryTexts.Field(new string('a', EntryTexts.LongestField), flags)!.Length); // not null: given
        Assert.Empty(flags);
        Assert.Equal(EntryTexts.LongestField, EntryTexts.Field(new string('a', EntryTexts.LongestField + 1), flags)!.Length); // not null: as above
        Assert.Single(flags);
    }

    [Fact]
    public void A_capture_may_be_as_large_as_the_limit_and_no_larger()
    {
        string Text(int length) => string.Concat(Enumerable.Repeat("word word\n", (length / 10) + 1))[..length];
        CaptureText.Read(new StringReader(Text(CaptureText.MaxBytes)), "a.txt");
        Assert.Throws<ImportException>(() => CaptureText.Read(new StringReader(Text(CaptureText.MaxBytes + 1)), "a.txt"));
    }

    private static SourceFile Of(string text) => new("a.html", "a.html", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
