using System.Globalization;
using Blog.Html;
using Blog.Import.Blogger;
using Blog.Import.Xml;
using Blog.Model;

namespace Blog.Import;

/// <summary>Reads classic Blogger exports (<c>blog-MM-DD-YYYY.xml</c>, one Atom feed of everything) entry by entry.</summary>
/// <remarks>
/// FORMATS section 1a says what the fields mean. Nothing is collected: memory holds one entry, the ids met (8 bytes each) and nothing
/// else, whatever the size of the blog. An entry whose XML is broken is listed as lost and the reading goes on at the next one.
/// </remarks>
public sealed class BloggerClassicReader
{
    /// <summary>
    /// Value of <see cref="ImportedSource.Format"/> of every source of a Blogger blog: they share ids, so they are one archive. The name is
    /// older than the others, and lists of erased entries in existing stores are keyed by it.
    /// </summary>
    public const string Format = "blogger-classic";

    private const string UnknownKind = "unknown kind";

    private readonly HtmlToMarkdown _markdown = new();

    /// <summary>
    /// The entries in the order of the source, after one <see cref="ImportedSource"/>; read while they are enumerated, once.
    /// </summary>
    /// <param name="stream">The file; not disposed here.</param>
    /// <param name="sourceName">How messages name it.</param>
    /// <param name="tally">Filled while reading with what the source holds, for the ledger.</param>
    /// <exception cref="ImportException">The stream is no classic Blogger export; thrown before the first entry.</exception>
    public IEnumerable<ImportedEntry> Read(Stream stream, string sourceName, SourceTally tally)
    {
        var repairs = new RepairLog();
        var decoder = new SourceDecoder(stream, sourceName, repairs);
        SourceDetector.Require(SourceKind.BloggerClassic, SourceDetector.Look(decoder.FirstBytes), sourceName);
        var splitter = new ElementSplitter(decoder, "entry", repairs);
        var head = BloggerHead.Read(splitter.ReadHead(), repairs);
        if (splitter.HasDocumentType)
        {
            throw new ImportException(
                $"{sourceName}: the file has a document type declaration, which no Blogger export has and which can hide an attack. "
                + "Nothing was read. Download the export again from Blogger (Settings, Back up content).");
        }

        var conversion = new Conversion(_markdown, head, repairs);
        var any = false;
        var breaksOff = false;
        while (splitter.TryRead(out var slice))
        {
            tally.EntriesSeen = splitter.Seen;
            var entry = conversion.Convert(slice, out var blog);
            if (!any)
            {
                RefusePublicFeed(head, entry, blog, sourceName);
                any = true;
                yield return conversion.Source(blog, sourceName);
            }

            yield return entry;
            breaksOff = slice.Fault == SliceFault.BreaksOff;
        }

        if (!any)
        {
            yield return conversion.Source(null, sourceName);
        }

        tally.EntriesSeen = splitter.Seen;
        if (!splitter.RootClosed && !breaksOff)
        {
            tally.Gaps++;
            yield return new SkippedEntry($"end of file ({splitter.Place})", "unreadable: the file breaks off before the end of the feed", Lost: true);
        }

        tally.Repairs = repairs.ToList();
    }

    /// <summary>The feeds that Blogger serves to everybody look like an export and have its ids, but their entries do not say what they are.</summary>
    private static void RefusePublicFeed(BloggerHead head, ImportedEntry first, string? blog, string sourceName)
    {
        if (first is SkippedEntry { Reason: UnknownKind } && blog is not null && head.Id?.EndsWith(".archive", StringComparison.Ordinal) != true)
        {
            throw new ImportException(
                $"{sourceName}: this is the public feed of a Blogger blog, not its export: it holds only the latest entries and none of the removed ones. "
                + SourceDetector.ClassicExport);
        }
    }

    /// <summary>Makes entries of slices for one source.</summary>
    private sealed class Conversion(HtmlToMarkdown markdown, BloggerHead head, RepairLog repairs)
    {
        private const int LongestField = 1000;

        private readonly BloggerEntryParser _parser = new(head.Declared, repairs);
        private readonly SeenIds _ids = new();
        private readonly HtmlContext _posts = HtmlContext.Post with { BaseAddress = BloggerPermalink.WebAddress(head.Address) };
        private readonly HtmlContext _comments = HtmlContext.Comment with { BaseAddress = BloggerPermalink.WebAddress(head.Address) };
        private long _ordinal;
        private int _mended; // characters in title, name and labels of the entry at hand
        private string? _lastPost;

        public ImportedSource Source(string? firstBlog, string sourceName) => new()
        {
            Format = BloggerClassicReader.Format,
            Rank = SourceRanks.Classic,
            Key = BloggerIds.Blog(head.Id) ?? firstBlog ?? Path.GetFileNameWithoutExtension(sourceName),
            Title = head.Title,
            Address = BloggerPermalink.WebAddress(head.Address),
        };

        public ImportedEntry Convert(XmlSlice slice, out string? blog)
        {
            var whole = _parser.TryParse(slice, out var entry);
            blog = BloggerIds.Blog(entry.Id);
            var name = BloggerIds.Name(entry.Id, string.Create(CultureInfo.InvariantCulture, $"entry {slice.Number}"));
            var fault = slice.Fault switch
            {
                SliceFault.None => whole ? null : "its XML is broken",
                SliceFault.NotClosed => "the next entry begins before it ends",
                SliceFault.BreaksOff => "the file breaks off inside it",
                SliceFault.TooLong => string.Create(CultureInfo.InvariantCulture, $"it is longer than {ElementSplitter.LongestElement} characters"),
                SliceFault.TooDeep => string.Create(CultureInfo.InvariantCulture, $"its elements are nested deeper than {ElementSplitter.DeepestElement}"),
                SliceFault.TooManyAttributes => string.Create(CultureInfo.InvariantCulture, $"one of its tags has more than {ElementSplitter.MostAttributes} attributes"),
                _ => throw new InvalidOperationException($"Unknown fault {slice.Fault}."),
            };
            return fault is null ? Convert(entry, name) : new SkippedEntry($"{name} ({slice.Place})", $"unreadable: {fault}", Lost: true);
        }

        private ImportedEntry Convert(BloggerEntry entry, string name) => entry.Kind switch
        {
            "post" => Post(entry, EntryKind.Post, name),
            "page" => Post(entry, EntryKind.Page, name),
            "comment" => Comment(entry, name),
            "settings" => new SkippedEntry(name, "blog setting", Lost: false),
            "template" => new SkippedEntry(name, "template", Lost: false),
            _ => new SkippedEntry(name, UnknownKind, Lost: true),
        };

        private ImportedPost Post(BloggerEntry entry, EntryKind kind, string name)
        {
            _mended = 0;
            var flags = new List<string>();
            var published = Time(entry, flags);
            var title = PlainTitle.Read(entry.Title, isHtml: entry.TitleType is "html" or "xhtml", ref _mended);
            var author = Author(entry, flags);
            var labels = Labels(entry, flags);
            var permalink = BloggerPermalink.Path(entry.Alternate, head.Address);
            var visibility = entry.Draft ? Visibility.Draft
                : published is not null && head.Updated is not null && published.Value > head.Updated.Value ? Visibility.Scheduled
                : Visibility.Public;
            if (permalink is null && visibility == Visibility.Public)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            return new ImportedPost
            {
                SourceId = Id(entry, flags) ?? name.Replace(' ', '-'),
                Kind = kind,
                Visibility = visibility,
                Title = title,
                Body = Body(entry, _posts, flags),
                Permalink = permalink,
                Published = published,
                Changed = Changed(entry),
                Author = author,
                Labels = labels,
                Series = SeriesTitle.Parse(title),
                StatedComments = int.TryParse(entry.Total.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null,
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private ImportedEntry Comment(BloggerEntry entry, string name)
        {
            var post = BloggerIds.Entry(entry.InReplyTo) ?? BloggerIds.PostInCommentFeed(entry.Self);
            if (post is null)
            {
                return new SkippedEntry(name, "unreadable: the comment does not say to which post it belongs", Lost: true);
            }

            // Comments of a post mostly stand together: one string serves them all.
            post = post == _lastPost ? _lastPost : _lastPost = post;
            _mended = 0;
            var flags = new List<string>();
            var author = Author(entry, flags);
            var state = BloggerRemoval.Read(entry, out var known);
            if (!known)
            {
                flags.Add(BloggerFlags.RemoverUnknown);
            }

            var body = state == CommentState.Published ? Body(entry, _comments, flags) : new ImportedBody(new RawHtml(string.Empty), string.Empty, []);
            if (state == CommentState.Published && body.Markdown.Length == 0)
            {
                flags.Add(BloggerFlags.NoText);
            }

            return new ImportedComment
            {
                SourceId = Id(entry, flags),
                PostSourceId = post,
                ParentSourceId = BloggerIds.CommentInFeed(entry.Related),
                Visibility = entry.Draft ? Visibility.Pending : Visibility.Public,
                State = state,
                Author = author,
                Published = Time(entry, flags),
                Changed = Changed(entry),
                Body = body,
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private string? Id(BloggerEntry entry, List<string> flags)
        {
            if (BloggerIds.Entry(entry.Id) is not { } id)
            {
                flags.Add(BloggerFlags.ForeignId);
                return null;
            }

            var distinct = _ids.Distinct(id, out var repeated);
            if (repeated)
            {
                flags.Add(BloggerFlags.RepeatedId);
            }

            return distinct;
        }

        private static ImportedTime? Time(BloggerEntry entry, List<string> flags)
        {
            if (Rfc3339.TryParse(entry.Published, out var time))
            {
                return time;
            }

            flags.Add(BloggerFlags.NoDate);
            return null;
        }

        private static DateTimeOffset? Changed(BloggerEntry entry) => Rfc3339.TryParse(entry.Updated, out var time) ? time.Value : null;

        private ImportedBody Body(BloggerEntry entry, HtmlContext context, List<string> flags)
        {
            var source = entry.Content ?? string.Empty;
            if (entry.ContentElsewhere && source.Length == 0)
            {
                flags.Add(BloggerFlags.TextElsewhere);
            }

            var original = new RawHtml(source);
            var isText = entry.ContentType is "text" or "text/plain";
            var converted = markdown.Convert(isText ? new RawHtml(System.Net.WebUtility.HtmlEncode(source)) : original, context with { NewlinesAreBreaks = isText });
            return new ImportedBody(original, converted.Markdown, WithMended(converted.Changes)) { Pictures = converted.Pictures };
        }

        /// <summary>Repairs outside the text are counted with it: the ledger has one list of repairs.</summary>
        private IReadOnlyList<TextChange> WithMended(IReadOnlyList<TextChange> changes)
        {
            const string reason = "mojibake repaired";
            return _mended == 0
                ? changes
                : [.. changes.Where(change => change.Reason != reason), new TextChange(reason, _mended + changes.Where(change => change.Reason == reason).Sum(change => change.Count))];
        }

        private ImportedAuthor? Author(BloggerEntry entry, List<string> flags)
        {
            if (!entry.HasAuthor && entry.PersonKey is null)
            {
                return null;
            }

            // Nearly every entry has this address: it is Blogger's own and nobody's.
            var email = Field(entry.AuthorEmail, flags);
            return new ImportedAuthor
            {
                Name = PlainTitle.Read(entry.AuthorName, isHtml: false, ref _mended),
                Key = Field(entry.PersonKey, flags),
                ProfileUrl = Field(entry.AuthorUri, flags),
                Email = email == "noreply@blogger.com" ? null : email,
                AvatarUrl = Field(entry.AuthorImage, flags),
            };
        }

        private static string? Field(string? text, List<string> flags)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            text = text.Trim();
            if (text.Length <= LongestField)
            {
                return text;
            }

            flags.Add(BloggerFlags.Cut);
            return text[..LongestField];
        }

        private List<string> Labels(BloggerEntry entry, List<string> flags)
        {
            var labels = new List<string>();
            var seen = new HashSet<string>();
            foreach (var term in entry.Labels)
            {
                if (PlainTitle.Read(term, isHtml: false, ref _mended) is { } label && seen.Add(label))
                {
                    labels.Add(label);
                }
            }

            if (entry.Labels.Exists(term => term.Length > PlainTitle.Longest))
            {
                flags.Add(BloggerFlags.Cut);
            }

            return labels;
        }
    }
}
