using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class FrontMatterReaderTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void Every_key_is_read()
    {
        var read = Read($$"""
            ---
            id: guest-blog-47
            title: "A day: at [redacted: town]"
            date: 2015-12-15T10:04+00:00
            updated: 2016-01
            author: Brave Heron
            labels: [Probation, "Guest posts"]
            series: {name: Guest Blog, number: 47}
            summary: One day.
            url: /2015/12/guest-blog-47.html
            until: 2030-01-31
            consent: {sha256: {{Sha}}, scope: whole, until: 2030-01-31}
            provenance: guest
            ---

            Body.
            """);

        Assert.Equal("guest-blog-47", read.Id.Value);
        Assert.Equal("A day: at [redacted: town]", read.Title);
        Assert.Equal("2015-12-15T10:04+00:00", read.Date.ToString());
        Assert.Equal("2016-01", read.Updated.ToString());
        Assert.Equal("Brave Heron", read.Author);
        Assert.Equal(["Probation", "Guest posts"], read.Labels);
        Assert.Equal(new SeriesPlace("Guest Blog", 47), read.Series);
        Assert.Equal("One day.", read.Summary);
        Assert.Equal("/2015/12/guest-blog-47.html", read.Url);
        Assert.Equal("2030-01-31", read.Until.ToString());
        Assert.Equal(new Consent(Sha, "whole", PublicDate.Day(2030, 1, 31)), read.Consent);
        Assert.Equal(Provenance.Guest, read.Provenance);
        Assert.False(read.Draft);
    }

    [Theory]
    [InlineData("posts/2015/12/x.md", "/2015/12/x.html")]
    [InlineData("pages/about.md", "/p/about.html")]
    public void An_address_follows_from_the_file(string path, string url) =>
        Assert.Equal(url, FrontMatterReader.Read("---\nid: x\n---\n"u8, path).Url);

    [Theory]
    [InlineData("labels:\n- A b\n- 'C''d'", "A b|C'd")]
    [InlineData("labels:\n  - A\n\n  # why\n  - \"B \\\"q\\\"\"", "A|B \"q\"")]
    [InlineData("labels: [A, B, A]", "A|B")]
    [InlineData("labels: []", "")]
    [InlineData("labels:", "")]
    [InlineData("labels: One label", "One label")]
    [InlineData("labels: [no, 1.10, 2011-01-01]", "no|1.10|2011-01-01")]
    public void Labels_are_read_as_people_write_them(string yaml, string labels) =>
        Assert.Equal(labels, string.Join('|', Read($"---\nid: x\n{yaml}\n---\n").Labels));

    [Theory]
    [InlineData("series:\n  name: Guest Blog\n  number: 47")]
    [InlineData("series: {name: 'Guest Blog', number: 47}")]
    [InlineData("series: { name: Guest Blog , number: 47 } # since 2015")]
    [InlineData("series:\n  {name: Guest Blog,\n   number: 47}")]
    public void A_series_is_read_in_every_form(string yaml) =>
        Assert.Equal(new SeriesPlace("Guest Blog", 47), Read($"---\nid: x\n{yaml}\n---\n").Series);

    [Theory]
    [InlineData("summary: >\n  One day\n  at work.\n", "One day at work.")]
    [InlineData("summary: |\n  One day\n  at work.\n", "One day at work.")]
    [InlineData("summary: One day\n  at work.", "One day at work.")]
    [InlineData("summary: \"Caf\\u00e9 \\x41\"", "Café A")]
    [InlineData("summary: no", "no")]
    [InlineData("summary: 12:30:45", "12:30:45")]
    [InlineData("summary: C# and more # not this", "C# and more")]
    [InlineData("summary: ~", null)]
    [InlineData("summary: null", null)]
    [InlineData("summary: \"null\"", "null")]
    [InlineData("summary: \"\"", null)]
    public void A_text_is_read_in_every_style(string yaml, string? text) =>
        Assert.Equal(text, Read($"---\nid: x\n{yaml}\n---\n").Summary);

    [Theory]
    [InlineData("id: x\ntitel: T", 3, "'title'")]
    [InlineData("title: T", 2, "'id' is missing")]
    [InlineData("id: X 1", 2, "a-z")]
    [InlineData("id: x\nid: y", 3, "twice")]
    [InlineData("id: x\ntitle: [redacted: town] council", 0, "YAML")]
    [InlineData("id: x\ntitle: [redacted]", 3, "double quotes")]
    [InlineData("id: x\ntitle: \"a\\0b\"", 3, "control character")]
    [InlineData("id: x\ntitle: \"\u202Eevil\"", 3, "direction")]
    [InlineData("id: x\ndate: last Tuesday", 3, "2015-12-15")]
    [InlineData("id: x\nuntil: 2015-12", 3, "a day")]
    [InlineData("id: x\ndraft: yes", 3, "true or false")]
    [InlineData("id: x\ndraft: true\nprovenance: blog", 3, "private store")]
    [InlineData("id: x\nprovenance: guest", 3, "consent")]
    [InlineData("id: x\nprovenance: guests", 3, "'guest'")]
    [InlineData("id: x\nprovenance: guest\nconsent: {sha256: abc, scope: all}", 4, "64 characters")]
    [InlineData("id: x\nseries: Guest Blog", 3, "number")]
    [InlineData("id: x\nseries: {name: G, number: zero}", 3, "whole number")]
    [InlineData("id: x\nlabels: a, b", 3, "list")]
    [InlineData("id: x\nlabels: {a: b}", 3, "list")]
    [InlineData("id: x\nurl: //evil.example/x.html", 3, "//")]
    [InlineData("id: x\nurl: /../x.html", 3, "dot")]
    [InlineData("id: x\nurl: /a b.html", 3, "characters")]
    [InlineData("id: x\nurl: /x.p2.html", 3, "long thread")]
    [InlineData("id: x\nurl: x", 3, "begins with '/'")]
    [InlineData("id: &a x", 2, "Anchors")]
    [InlineData("id: *a", 2, "Aliases")]
    [InlineData("id: !!str x", 2, "tags")]
    [InlineData("- id", 2, "key: value")]
    public void A_mistake_is_named_with_its_line_and_a_remedy(string yaml, int line, string words)
    {
        var refused = Assert.Throws<SourceException>(() => Read($"---\n{yaml}\n---\n"));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.True(line == 0 || refused.Problems[0].Line == line, refused.Message);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var refused = Assert.Throws<SourceException>(() => Read("---\nid: X 1\ndate: x\nfoo: 1\n---\n"));

        Assert.Equal([2, 3, 4], refused.Problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Just text.\n")]
    [InlineData("---\nid: x\n")]
    [InlineData("----\nid: x\n---\n")]
    public void A_file_without_front_matter_is_refused(string file) =>
        Assert.Throws<SourceException>(() => Read(file));

    private static PostFrontMatter Read(string file) => FrontMatterReader.Read(Encoding.UTF8.GetBytes(file), "posts/x.md");
}
