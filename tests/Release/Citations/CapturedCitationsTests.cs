using Blog.Moderate;
using Blog.Import;
using Blog.Import.Captures;
using Blog.Model;
using Blog.Redact;
using Blog.Release;
using Blog.Release.Citations;
using Blog.Vault;
using NodaTime;

namespace Blog.Tests.Release.Citations;

/// <summary>The twelve citations of the real captures, as their README lists them by reading. Numbers and times only.</summary>
public sealed class CapturedCitationsTests
{
    [SharedFact]
    public void The_captures_citations_resolve_as_their_readme_lists_them() =>
        Assert.Equal(
            [
                "5: 10:04 -> 4", "6.4: 11:23 -> 6.1", "6.7: 11:23 -> 6.1", "6.7: 14:41 -> 6.4", "6.8: 14:31 -> 6.3", "6.9: 18:35 -> 6.7",
                "6.12: 01:37 -> 6.10", "6.12: 01:40 -> 6.11", "7: 11:23 -> 6.1", "7.3: 23:11 -> 7.2", "8.4: 18:28 -> 8.3",
            ],
            Citations("000_f947b0cd034c0c0a.txt"));

    [SharedFact]
    public void The_one_that_reading_leaves_open_is_one_of_two() => Assert.Equal(["6: 18:57 -> 5 5.1"], Citations("003_0d133435a984af18.txt"));

    [SharedTheory]
    [InlineData("001_c3f769d784ca9b7b.txt")]
    [InlineData("002_52c6949b7b2f489c.txt")]
    [InlineData("004_61058b4e6dbcfaa2.txt")]
    public void No_look_alike_is_taken(string file)
    {
        Assert.Empty(Citations(file));
        Assert.Empty(CitationFinder.Find(ProseView.Of(File.ReadAllText(SharedMaterial.File("captures", file))).Text, new HashSet<string>()));
    }

    private static List<string> Citations(string file)
    {
        using var reader = File.OpenText(SharedMaterial.File("captures", file));
        var entries = CaptureReader.Read(reader, file, DateTimeZoneProviders.Tzdb["Europe/London"]).ToList();
        return [.. entries.OfType<ImportedPost>().SelectMany(post => OfPost(post, [.. entries.OfType<ImportedComment>().Where(comment => comment.PostSourceId == post.SourceId)]))];
    }

    private static IEnumerable<string> OfPost(ImportedPost post, List<ImportedComment> comments)
    {
        var rows = comments.Select((comment, index) => (comment.Number, Row: index + 1L)).Where(pair => pair.Number is not null).ToDictionary(pair => pair.Number!.Value, pair => pair.Row);
        var vault = comments.Select((comment, index) => new VaultComment
        {
            Row = index + 1,
            PostRow = 1,
            ParentRow = comment.Number is { IsTop: false } number && rows.TryGetValue(new CommentNumber(number.Top, 0), out var parent) ? parent : null,
            Id = CommentId.Parse($"t{index}"),
            Number = comment.Number,
            Visibility = comment.Visibility,
            State = comment.State,
            Published = comment.Published,
            Markdown = comment.Body.Markdown,
            Ordinal = index,
        });
        var nodes = ThreadAssembler.Assemble(vault, new Dictionary<string, CommentNumber>(), ThreadRepairs.None);
        var views = nodes.Select(node => node.IsPublished ? ProseView.Of(node.Source!.Markdown) : null).ToList();
        return ThreadCitations.Of(nodes, views, views, post.Published, new PublicClock("Europe/London", DatePrecision.Day)).Select(target =>
            $"{nodes[target.Citing].Number}: {target.Citation.Time.Hour:D2}:{target.Citation.Time.Minute:D2} -> {string.Join(' ', target.Cited.Select(index => nodes[index].Number))}");
    }
}
