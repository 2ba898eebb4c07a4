using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class PostRoundTripTests
{
    [Fact]
    public void A_written_post_is_read_back_the_same_by_both_yaml_readers()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var post = Make(new Random(seed), new RandomThreads(seed));
            var bytes = PostWriter.Write(post);
            var (read, findings) = PostReader.ReadResult(bytes, "posts/x.md");

            Assert.Empty(findings);
            Assert.Equal(SourceText.CanonicalBody(post.Body), read.Body);
            Assert.Equal(Show(Canonical(post.FrontMatter)), Show(read.FrontMatter));
            Assert.Equal(bytes, PostWriter.Write(read));

            var yaml = FrontMatterWriter.Write(post.FrontMatter);
            Assert.IsType<YamlValue.Map>(YamlEventReader.Read(yaml[4..^4], "x", 2));
        }
    }

    [Fact]
    public void Written_front_matter_has_the_keys_in_their_order_and_quotes_only_where_needed()
    {
        var text = FrontMatterWriter.Write(new PostFrontMatter
        {
            Id = PostId.Parse("123"),
            Title = "[redacted: town] council: a \"view\"",
            Date = PublicDate.Day(2015, 12, 15),
            Author = "No",
            Labels = ["Guest posts", "1984", "Guest posts"],
            Series = new SeriesPlace("Guest Blog", 47),
            Url = "/2015/12/x.html",
            Aliases = ["/2015/12/15/x/", "/2015/12/caf%C3%A9.html", "/2015/12/café.html"],
            Provenance = Provenance.Blog,
        });

        Assert.Equal(
            """
            ---
            id: "123"
            title: "[redacted: town] council: a \"view\""
            date: 2015-12-15
            author: "No"
            labels: [Guest posts, "1984"]
            series: {name: Guest Blog, number: 47}
            url: /2015/12/x.html
            aliases: ["/2015/12/15/x/", "/2015/12/caf%C3%A9.html"]
            provenance: blog
            ---

            """,
            text);
    }

    [Fact]
    public void A_guest_post_without_consent_is_not_written() => Assert.Throws<ArgumentException>(() =>
        FrontMatterWriter.Write(new PostFrontMatter { Id = PostId.Parse("x"), Url = "/x.html", Provenance = Provenance.Guest }));

    [Fact]
    public void A_body_keeps_its_marks_and_loses_only_blank_lines_at_its_ends()
    {
        var post = PostReader.Read("---\nid: x\n---\n\n  \n    code\n\n---\n\nend  \n\n\n"u8, "posts/x.md");

        Assert.Equal("    code\n\n---\n\nend  ", post.Body);
    }

    [Fact]
    public void Windows_line_ends_and_a_mark_are_read_with_findings_at_their_lines()
    {
        var (post, findings) = PostReader.ReadResult("\uFEFF---\r\nid: x\r\n---\r\nOne.\r\nT\u0001wo.\r\n"u8, "posts/x.md");

        Assert.Equal("One.\nTwo.", post.Body);
        Assert.Equal(["bom:1", "line-ends:1", "control-characters:5"], findings.Select(finding => $"{finding.Rule}:{finding.Line}"));
    }

    [Fact]
    public void Bytes_in_a_body_that_are_not_utf8_are_refused_at_their_line()
    {
        byte[] bytes = [.. "---\nid: x\n---\nOne.\ncaf"u8, 0xE9, .. "\n"u8];

        Assert.StartsWith("posts/x.md:5: ", Assert.Throws<SourceException>(() => PostReader.Read(bytes, "posts/x.md")).Message, StringComparison.Ordinal);
    }

    private static PublishedPost Make(Random random, RandomThreads texts)
    {
        var frontMatter = new PostFrontMatter
        {
            Id = PostId.Parse($"p{random.Next()}"),
            Title = Maybe(texts.Text(4)),
            Date = random.Next(2) == 0 ? texts.Date() : null,
            Updated = random.Next(2) == 0 ? texts.Date() : null,
            Author = Maybe(texts.Text(3)),
            Labels = [.. Enumerable.Range(0, random.Next(4)).Select(_ => texts.Text(3))],
            Series = random.Next(2) == 0 ? new SeriesPlace("S" + texts.Text(2), random.Next(2) == 0 ? random.Next(1, 500) : null) : null,
            Summary = Maybe(texts.Text(6)),
            Url = $"/2015/{random.Next(1, 13):00}/x-{random.Next()}.html",
            Aliases = [.. Enumerable.Range(0, random.Next(3)).Select(i => OldPath.Write($"/old/{i}-{random.Next(100)} é.html"))],
            Until = random.Next(2) == 0 ? PublicDate.Day(2030, random.Next(1, 13), 9) : null,
            Consent = random.Next(2) == 0 ? new Consent(string.Concat(Enumerable.Repeat(random.Next(10).ToString(), 64)), "whole", null) : null,
            Provenance = Provenance.Blog,
        };
        return PublishedPost.Create(frontMatter, texts.Text(12));

        string? Maybe(string text) => random.Next(2) == 0 ? text : null;
    }

    private static PostFrontMatter Canonical(PostFrontMatter written) => written with
    {
        Title = SourceText.CanonicalValue(written.Title),
        Author = SourceText.CanonicalValue(written.Author),
        Summary = SourceText.CanonicalValue(written.Summary),
        Labels = [.. written.Labels.Select(SourceText.CanonicalValue).OfType<string>().Distinct()],
        Series = written.Series is { } series ? series with { Name = SourceText.CanonicalValue(series.Name) ?? "S" } : null,
    };

    private static string Show(PostFrontMatter frontMatter) => (frontMatter with { Labels = [], Aliases = [] }) + "|" + string.Join('|', frontMatter.Labels) + "|" + string.Join('|', frontMatter.Aliases);
}
