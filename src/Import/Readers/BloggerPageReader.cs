using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Blog.Import.Blogger;
using Blog.Import.Xml;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads saved pages of one Blogger blog: a page, a folder of them, a mirror of the site.</summary>
/// <remarks>
/// One post stands on many pages (its own, archives, labels), so the pages are walked twice: first it is settled which page of a post is the
/// fullest, then each post and comment is handed out once, from there. What is on other pages, too, is counted as such.
/// </remarks>
internal sealed class BloggerPageReader : ISourceReader
{
    private const string FromNumber = "time read from the id";
    private const string MonthOnly = "date read from the address";

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        var places = Survey(input);
        var repairs = new RepairLog();
        var conversion = new Conversion(places.Address, input.Zone);
        yield return new ImportedSource
        {
            Format = BloggerClassicReader.Format,
            Key = places.Blog ?? (OldAddress.Fold(places.Address) is { } folded ? OldAddress.HostOf(folded) : input.Stem),
            Rank = SourceRanks.SavedPage,
            Title = places.Title,
            Address = places.Address,
        };
        for (var index = 0; index < input.Files.Count; index++)
        {
            var file = input.Files[index];
            var document = PageMarkup.Parse(file, repairs, out var fault);
            if (document is null)
            {
                tally.EntriesSeen++;
                yield return new SkippedEntry(file.FileName, $"unreadable: {fault}", Lost: true);
                continue;
            }

            using (document)
            {
                var page = SavedPage.Read(document);
                tally.EntriesSeen += page.Counted;
                var given = 0;
                foreach (var entry in conversion.Entries(document, page, index, places))
                {
                    given++;
                    yield return entry;
                }

                for (; given < page.Counted; given++)
                {
                    yield return new SkippedEntry(file.FileName, "unreadable: a post on the page does not say which it is", Lost: true);
                }
            }
        }

        tally.Repairs = repairs.ToList();
    }

    /// <summary>Which page each post and comment is taken from.</summary>
    private static Places Survey(SourceInput input)
    {
        var places = new Places();
        for (var index = 0; index < input.Files.Count; index++)
        {
            using var stream = input.Files[index].Open();
            var first = new byte[64 * 1024];
            var blog = BloggerPageMarks.Read(first.AsSpan(0, stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)));
            places.Blog ??= blog.Length > 0 && blog.All(char.IsAsciiDigit) ? blog : null;
            using var document = PageMarkup.Parse(input.Files[index], new RepairLog(), out _);
            if (document is not null)
            {
                places.Add(document, SavedPage.Read(document), index);
            }
        }

        return places;
    }

    private sealed class Places
    {
        private readonly Dictionary<string, (int Page, long Worth)> _posts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _comments = new(StringComparer.Ordinal);
        private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

        public string? Blog { get; set; }

        public string? Address { get; private set; }

        public string? Title { get; private set; }

        public void Add(IHtmlDocument document, SavedPage page, int index)
        {
            if (Address is null && BloggerPermalink.WebAddress(Canonical(document)) is { } address && OldAddress.Fold(address) is { } folded)
            {
                Address = $"http://{OldAddress.HostOf(folded)}/";
            }

            var mended = 0;
            Title ??= PlainTitle.Read(document.QuerySelector("meta[property='og:site_name']")?.GetAttribute("content") ?? document.QuerySelector("h1.title, #header h1, #blog-title")?.TextContent, isHtml: false, ref mended);
            foreach (var post in page.Posts)
            {
                // Its own page holds all of a post; on others it may end at its jump break. Of equals the first by path stays.
                var worth = (page.IsPostPage ? 1L << 40 : 0) + post.Body.TextContent.Length;
                if (!_posts.TryGetValue(post.Id, out var known) || worth > known.Worth)
                {
                    _posts[post.Id] = (index, worth);
                }
            }

            foreach (var comment in page.Comments)
            {
                // A page that shows whom it answers is worth more than one that does not.
                if (_comments.TryAdd(comment.Id, index) || comment.Parent is not null && !_answered.Contains(comment.Id))
                {
                    _comments[comment.Id] = index;
                }

                if (comment.Parent is not null)
                {
                    _answered.Add(comment.Id);
                }
            }
        }

        public bool IsOn(SavedPost post, int page) => _posts[post.Id].Page == page;

        public bool IsOn(SavedComment comment, int page) => _comments[comment.Id] == page;
    }

    private static string? Canonical(IHtmlDocument page) =>
        page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? page.QuerySelector("meta[property='og:url']")?.GetAttribute("content");

    private sealed class Conversion(string? address, DateTimeZone zone)
    {
        private readonly EntryTexts _texts = new(address);
        private long _ordinal;

        public IEnumerable<ImportedEntry> Entries(IHtmlDocument document, SavedPage page, int index, Places places)
        {
            foreach (var post in page.Posts)
            {
                yield return places.IsOn(post, index) ? Post(document, page, post) : new SkippedEntry(post.Id, "the same post on another page", Lost: false);
            }

            foreach (var comment in page.Comments)
            {
                if (!places.IsOn(comment, index))
                {
                    yield return new SkippedEntry(comment.Id, "the same comment on another page", Lost: false);
                }
                else if (page.CommentedPost is { } post)
                {
                    yield return Comment(comment, post);
                }
                else
                {
                    yield return new SkippedEntry(comment.Id, "unreadable: the page does not say to which post its comments belong", Lost: true);
                }
            }
        }

        private ImportedPost Post(IHtmlDocument document, SavedPage page, SavedPost post)
        {
            _texts.Begin();
            var flags = new List<string>();
            var link = page.IsPostPage ? Canonical(document) : null;
            var permalink = BloggerPermalink.Path(link, blogAddress: null)
                ?? post.Element.QuerySelectorAll(".post-title a[href], a.timestamp-link, a[rel=bookmark], a[title='permanent link']")
                    .Select(anchor => BloggerPermalink.Path(anchor.GetAttribute("href"), blogAddress: null)).FirstOrDefault(path => path is not null);
            if (permalink is null)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            var title = _texts.Line(post.Element.QuerySelector(".post-title, .entry-title, [itemprop~=headline], [itemprop~=name]")?.TextContent);
            if (!page.IsPostPage && post.Element.QuerySelector(".jump-link") is not null)
            {
                flags.Add(EntryFlags.Part);
            }

            if (page.IsPostPage && HasMore(document))
            {
                flags.Add(EntryFlags.MoreComments);
            }

            var writer = post.Element.QuerySelector(".post-author .fn, [itemprop~=author]");
            var name = _texts.Line(writer?.QuerySelector("[itemprop~=name]")?.TextContent ?? writer?.TextContent);
            var body = (IElement)post.Body.Clone();
            foreach (var script in body.QuerySelectorAll("script, style, .post-footer, .jump-link").ToList())
            {
                script.Remove();
            }

            return new ImportedPost
            {
                SourceId = post.Id,
                Kind = permalink?.StartsWith("/p/", StringComparison.Ordinal) == true ? EntryKind.Page : EntryKind.Post,
                Visibility = Visibility.Public, // it was shown
                Title = title,
                Permalink = permalink,
                Published = Published(document, post, permalink, flags),
                Author = name is null ? null : new ImportedAuthor { Name = name, ProfileUrl = EntryTexts.Field(writer?.QuerySelector("a[href]")?.GetAttribute("href"), flags) },
                Labels = _texts.Labels(post.Element.QuerySelectorAll("a[rel=tag]").Select(label => label.TextContent)),
                Series = SeriesTitle.Parse(title),
                StatedComments = page.IsPostPage ? Stated(document) : null,
                Body = _texts.Post(body.InnerHtml.Trim()),
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        /// <summary>Times in machine form first; then the old number, the heading above in English, and last the month of the address.</summary>
        private ImportedTime? Published(IHtmlDocument document, SavedPost post, string? permalink, List<string> flags)
        {
            foreach (var element in post.Element.QuerySelectorAll("abbr.published, [itemprop~=datePublished], time.published, time[datetime]"))
            {
                foreach (var name in (ReadOnlySpan<string>)["title", "datetime", "content"])
                {
                    if (Rfc3339.TryParse(element.GetAttribute(name), out var time))
                    {
                        return time;
                    }
                }
            }

            if (BloggerClocks.FromNumber(post.Id, zone) is { } old)
            {
                flags.Add(FromNumber);
                return old;
            }

            if (BloggerClocks.FromHeading(Heading(document, post)?.TextContent) is { } day)
            {
                return day;
            }

            flags.Add(permalink is null || BloggerClocks.FromPermalink(permalink) is null ? EntryTimes.Lost : MonthOnly);
            return BloggerClocks.FromPermalink(permalink);
        }

        /// <summary>The last date heading above a post, or the one within it.</summary>
        private static IElement? Heading(IHtmlDocument document, SavedPost post) =>
            post.Element.QuerySelector(".date-header")
            ?? document.QuerySelectorAll(".date-header").LastOrDefault(heading => heading.CompareDocumentPosition(post.Element).HasFlag(DocumentPositions.Following));

        private static bool HasMore(IHtmlDocument document) =>
            document.QuerySelectorAll("#comments .loadmore, #comments a[href*='commentPage=']").Any(element => element.GetAttribute("style")?.Contains("none", StringComparison.OrdinalIgnoreCase) != true && !element.ClassList.Contains("hidden"));

        /// <summary>The number over the comments ("55 comments:"), where there is one.</summary>
        private static int? Stated(IHtmlDocument document)
        {
            var heading = document.QuerySelector("#comments > h3, #comments > h4, #comments h4")?.TextContent.Trim() ?? string.Empty;
            var digits = heading.AsSpan().IndexOfAnyExceptInRange('0', '9');
            return int.TryParse(digits < 0 ? heading : heading[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        private ImportedComment Comment(SavedComment comment, string post)
        {
            _texts.Begin();
            var flags = new List<string>();
            if (comment.IsFlat)
            {
                flags.Add(EntryFlags.Flat);
            }

            var published = BloggerClocks.FromAddress(comment.Time?.GetAttribute("href"), zone);
            if (published is null)
            {
                published = BloggerClocks.FromNumber(comment.Id, zone);
                flags.Add(published is null ? EntryTimes.Lost : FromNumber);
            }

            var state = State(comment, flags);
            var body = state == CommentState.Published ? _texts.Comment(Markup(comment.Body)) : EntryTexts.None();
            if (state == CommentState.Published && body.Markdown.Length == 0)
            {
                flags.Add(BloggerFlags.NoText);
            }

            return new ImportedComment
            {
                SourceId = comment.Id,
                PostSourceId = post,
                ParentSourceId = comment.Parent,
                Visibility = Visibility.Public,
                State = state,
                Author = Author(comment, flags),
                Published = published,
                Body = body,
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        /// <summary>A body that is one paragraph is what stands in it: exports have the text without the page's paragraph.</summary>
        private static string? Markup(IElement? body) => (body is { ChildElementCount: 1, FirstElementChild: { LocalName: "p" } only } ? only : body)?.InnerHtml.Trim();

        private static CommentState State(SavedComment comment, List<string> flags)
        {
            if (comment.Body?.QuerySelector(".deleted-comment") is not { } removed)
            {
                return CommentState.Published;
            }

            var state = BloggerRemoval.Read(new BloggerEntry { Removed = true, Content = removed.TextContent }, out var known);
            if (!known)
            {
                flags.Add(BloggerFlags.RemoverUnknown);
            }

            return state;
        }

        private ImportedAuthor? Author(SavedComment comment, List<string> flags)
        {
            if (comment.Name is not { } element)
            {
                return null;
            }

            var link = element.LocalName == "a" ? element : element.QuerySelectorAll("a[href]").FirstOrDefault(anchor => anchor.TextContent.Trim().Length > 0);
            // "Anonymous said...": the words behind the name are the theme's, and stand outside a link. Without one the first line is the name.
            var name = link?.TextContent ?? FirstLine(element.TextContent);
            return new ImportedAuthor { Name = _texts.Line(name), ProfileUrl = EntryTexts.Field(link?.GetAttribute("href"), flags) };
        }

        private static string FirstLine(string text)
        {
            text = text.Trim();
            var end = text.AsSpan().IndexOfAny('\n', '\r');
            return end < 0 ? text : text[..end].Trim();
        }
    }
}
