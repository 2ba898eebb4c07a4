using System.Globalization;
using Blog.Import;
using Blog.Import.Captures;
using Blog.Model;
using NodaTime;

namespace Blog.Tests.Import.Captures;

/// <summary>The five real pages beside the project: the numbers of their README, and positions; never a word of them.</summary>
public sealed class RealCaptureTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [SharedTheory]
    [InlineData("000", 1, 0, 17, 25)]
    [InlineData("001", 6, 1, 0, 0)]
    [InlineData("002", 1, 0, 12, 11)]
    [InlineData("003", 1, 0, 7, 2)]
    [InlineData("004", 7, 0, 0, 0)]
    public void A_page_has_the_posts_and_comments_its_readme_counts(string file, int dated, int lostHeadings, int tops, int replies)
    {
        var entries = Read(file);
        var posts = entries.OfType<ImportedPost>().ToList();
        Assert.Equal(dated, posts.Count(p => p.Published is not null));
        Assert.Equal(lostHeadings, posts.Count(p => p.Flags.Contains(CaptureFlags.HeadingLost)));
        Assert.Equal(dated + lostHeadings, posts.Count);

        var numbered = entries.OfType<ImportedComment>().Where(c => !c.Flags.Contains(CaptureFlags.NumberInferred)).ToList();
        Assert.Equal(tops, numbered.Count(c => c.Number!.Value.IsTop));
        Assert.Equal(replies, numbered.Count(c => !c.Number!.Value.IsTop));
        Assert.All(numbered, c => Assert.Equal(CommentState.Published, c.State));
    }

    [SharedTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Every_character_of_the_file_is_in_exactly_one_entry(string file)
    {
        var together = string.Concat(Read(file).Select(Original));
        Assert.Equal(File.ReadAllText(PathOf(file)), together);
    }

    [SharedTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Every_letter_of_an_original_is_in_what_readers_get(string file)
    {
        // The Markdown has no heading, number or stamp; nothing else may differ but marks that the conversion adds and the repaired letter.
        foreach (var entry in Read(file))
        {
            var (original, shown) = entry switch
            {
                ImportedPost p => (p.Body.Original.Markup, p.Title + p.Body.Markdown),
                ImportedComment c => (c.Body.Original.Markup, c.Author?.Name + c.Body.Markdown),
                _ => (string.Empty, string.Empty),
            };
            var missing = Letters(original);
            foreach (var (letter, count) in Letters(shown))
            {
                missing[letter] = missing.GetValueOrDefault(letter) - count;
            }

            // A date heading has at most 27 letters, a stamp's "December at" 10, a mis-read letter two signs.
            Assert.True(missing.Values.Where(v => v > 0).Sum() <= 29, $"{file}: {missing.Values.Where(v => v > 0).Sum()} letters are gone");
        }
    }

    [SharedFact]
    public void The_thread_of_the_guest_blog_has_the_replies_where_they_stand()
    {
        var entries = Read("000");
        var replies = entries.OfType<ImportedComment>().Where(c => !c.Number!.Value.IsTop)
            .GroupBy(c => c.Number!.Value.Top).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(new Dictionary<int, int> { [6] = 12, [7] = 3, [8] = 4, [9] = 1, [13] = 3, [14] = 1, [15] = 1 }, replies);
        Assert.All(
            entries.OfType<ImportedComment>().Where(c => !c.Number!.Value.IsTop),
            c => Assert.Equal(c.Number!.Value.Top.ToString(CultureInfo.InvariantCulture), c.ParentSourceId));
        Assert.Equal(
            Enumerable.Range(1, 18),
            entries.OfType<ImportedComment>().Where(c => c.Number!.Value.IsTop).Select(c => c.Number!.Value.Top));
    }

    [SharedFact]
    public void The_ninth_comment_keeps_the_text_that_stands_in_its_place()
    {
        var lines = File.ReadAllText(PathOf("000")).Split('\n');
        var nine = Assert.Single(Read("000").OfType<ImportedComment>(), c => c.Number == new CommentNumber(9, 0));
        Assert.Contains(CaptureFlags.NumberInferred, nine.Flags);
        Assert.Equal(CommentState.Published, nine.State);
        Assert.Null(nine.Author);
        Assert.Null(nine.Published);
        Assert.Equal(string.Join('\n', lines[185..191]) + "\n", nine.Body.Original.Markup);

        var eight = Assert.Single(Read("000").OfType<ImportedComment>(), c => c.Number == new CommentNumber(8, 0));
        Assert.Equal(string.Join('\n', lines[163..175]) + "\n", eight.Body.Original.Markup);
        Assert.Empty(eight.Flags);
    }

    [SharedFact]
    public void Only_two_comments_keep_name_and_time_and_both_are_split()
    {
        var all = new[] { "000", "001", "002", "003", "004" }.SelectMany(Read).OfType<ImportedComment>().ToList();
        Assert.Equal(74, all.Count(c => !c.Flags.Contains(CaptureFlags.NumberInferred)));
        var stamped = all.Where(c => c.Published is not null).ToList();
        Assert.Equal(
            [(4, "2015-12-15T10:04:00+00:00"), (14, "2015-12-16T00:28:00+00:00")],
            stamped.Select(c => (c.Number!.Value.Top, c.Published!.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture))));
        Assert.All(stamped, c => Assert.Equal(DatePrecision.Minute, c.Published!.Precision));
        Assert.All(stamped, c => Assert.Equal(17, c.Author!.Name!.Length));
        Assert.Equal(2, all.Count(c => c.Author is not null));
    }

    [SharedFact]
    public void Dates_are_days_in_the_blogs_zone()
    {
        var days = new[] { "000", "001", "002", "003", "004" }.SelectMany(Read).OfType<ImportedPost>()
            .Select(p => p.Published?.Value.ToString("yyyy-MM-ddzzz", CultureInfo.InvariantCulture) ?? "lost");
        Assert.Equal(
            [
                "2015-12-15+00:00",
                "2014-05-26+01:00", "2014-03-20+00:00", "lost", "2013-12-07+00:00", "2013-10-20+01:00", "2013-09-18+01:00", "2013-09-12+01:00",
                "2018-02-16+00:00", "2017-09-03+01:00",
                "2022-05-24+01:00", "2022-05-23+01:00", "2022-05-21+01:00", "2022-05-20+01:00", "2022-05-13+01:00", "2022-05-11+01:00", "2022-05-10+01:00",
            ],
            days);
    }

    [SharedFact]
    public void Lost_heading_begins_where_the_text_warns()
    {
        var post = Assert.Single(Read("001").OfType<ImportedPost>(), p => p.Flags.Count > 0);
        Assert.Equal("3", post.SourceId);
        Assert.Null(post.Title);
        Assert.StartsWith(File.ReadAllText(PathOf("001")).Split('\n')[82], post.Body.Original.Markup, StringComparison.Ordinal);
        Assert.Equal(34, post.Body.Original.Markup.Count(c => c == '\n'));
    }

    [SharedFact]
    public void Every_dated_post_has_a_title_and_two_are_in_a_series_one_with_a_subtitle()
    {
        var posts = new[] { "000", "001", "002", "003", "004" }.SelectMany(Read).OfType<ImportedPost>().ToList();
        Assert.Equal([47, 2], posts.Where(p => p.Series is not null).Select(p => p.Series!.Number!.Value));
        Assert.All(posts.Where(p => p.Published is not null), p => Assert.NotNull(p.Title));
        Assert.StartsWith("## ", posts[0].Body.Markdown, StringComparison.Ordinal);
        Assert.Single(posts, p => p.Body.Markdown.StartsWith("## ", StringComparison.Ordinal));
    }

    [SharedFact]
    public void Lost_links_are_marked_and_counted()
    {
        var marks = new[] { "000", "001", "002", "003", "004" }.ToDictionary(f => f, f => Read(f).Sum(e => Changes(e, LostLinks.Reason)));
        Assert.Equal(new Dictionary<string, int> { ["000"] = 3, ["001"] = 6, ["002"] = 1, ["003"] = 1, ["004"] = 1 }, marks);
        Assert.Equal(12, new[] { "000", "001", "002", "003", "004" }.SelectMany(Read).Sum(e => Markdown(e).Split("[link lost").Length - 1));
    }

    [SharedFact]
    public void The_one_misread_letter_is_mended_and_counted()
    {
        var mended = new[] { "000", "001", "002", "003", "004" }.SelectMany(Read).Where(e => Changes(e, "mojibake repaired") > 0).ToList();
        Assert.Equal("4", Assert.IsType<ImportedPost>(Assert.Single(mended)).SourceId);
        Assert.Equal(1, Changes(mended[0], "mojibake repaired"));
        Assert.Contains("na\u00EFve", Markdown(mended[0]), StringComparison.Ordinal);
    }

    [SharedFact]
    public void Bullets_are_lists_and_numbered_lines_in_posts_stay_text()
    {
        var items = new[] { "000", "001", "002", "003", "004" }.ToDictionary(f => f, f => Read(f).SelectMany(e => Markdown(e).Split('\n')).Count(l => l.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Equal(new Dictionary<string, int> { ["000"] = 0, ["001"] = 34, ["002"] = 0, ["003"] = 0, ["004"] = 21 }, items);

        // A line at the margin after the last bullet is no part of its item: it begins a paragraph.
        var lines = File.ReadAllLines(PathOf("004"));
        var after = Read("004").Select(Markdown).SelectMany(m => m.Split("\n\n")).ToList();
        foreach (var number in (int[])[268, 282, 375])
        {
            Assert.Single(after, p => p.StartsWith(lines[number - 1][..20], StringComparison.Ordinal));
        }

        // Ten numbered lines at the margin, none of them a Markdown list.
        Assert.Equal(10, Read("004").SelectMany(e => Markdown(e).Split('\n')).Count(l => l.Length > 2 && char.IsAsciiDigit(l[0]) && l[1..].StartsWith("\\. ", StringComparison.Ordinal)));
    }

    [SharedFact]
    public void Nothing_else_needs_a_person()
    {
        var flagged = new[] { "000", "001", "002", "003", "004" }.SelectMany(Read)
            .Sum(e => e switch { ImportedPost p => p.Flags.Count, ImportedComment c => c.Flags.Count, _ => 0 });
        Assert.Equal(2, flagged);
    }

    internal static List<ImportedEntry> Read(string file)
    {
        using var stream = File.OpenRead(PathOf(file));
        return [.. CaptureReader.Read(stream, PathOf(file), London)];
    }

    internal static string PathOf(string file) => Directory.GetFiles(SharedMaterial.File("captures"), file + "_*.txt").Single();

    private static int Changes(ImportedEntry entry, string reason) => (entry switch
    {
        ImportedPost post => post.Body.Changes,
        ImportedComment comment => comment.Body.Changes,
        _ => [],
    }).Where(c => c.Reason == reason).Sum(c => c.Count);

    private static string Markdown(ImportedEntry entry) => entry switch
    {
        ImportedPost post => post.Body.Markdown,
        ImportedComment comment => comment.Body.Markdown,
        _ => string.Empty,
    };

    private static string Original(ImportedEntry entry) => entry switch
    {
        ImportedPost post => post.Body.Original.Markup,
        ImportedComment comment => comment.Body.Original.Markup,
        _ => string.Empty,
    };

    private static Dictionary<char, int> Letters(string text) =>
        text.Where(char.IsLetterOrDigit).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
}
