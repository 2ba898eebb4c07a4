using System.Globalization;
using System.Xml.Linq;
using Blog.Html;
using Blog.Import.Blogger;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads WordPress exports (WXR 1.0, 1.1, 1.2): posts and pages with their comments within them.</summary>
/// <remarks>
/// FORMATS section 1d says what the fields mean. Public is what is published without a password, and of comments what is approved and
/// somebody's words; the rest is kept in the store. WXR that was made for Disqus names no kinds of entries: there, what has comments is a post.
/// </remarks>
internal sealed class WordPressReader : ISourceReader
{
    private const string Space = "wordpress.org/export/";
    private const string Undeclared = "urn:undeclared:wp";

    // Kinds of entries that WordPress itself makes, and that no reader of a blog has seen.
    private static readonly HashSet<string> Internal =
    [
        "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles",
        "wp_navigation", "wp_font_family", "wp_font_face", "feedback", "safecss", "jp_pay_order", "jp_pay_product",
    ];

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        using var stream = input.Main.Open();
        var export = new XmlExport(stream, input.Name, SourceKind.WordPress, ["item"], "comment", tally);
        var channel = export.Head?.Elements().FirstOrDefault();
        var address = BloggerPermalink.WebAddress(Field(channel, "base_blog_url") ?? channel?.Word("link") ?? Field(channel, "base_site_url"));
        var mended = 0;
        var conversion = new Conversion(address, Authors(channel), input.Zone);
        yield return new ImportedSource
        {
            Format = "wordpress",
            Key = OldAddress.Fold(address) ?? input.Stem,
            Title = PlainTitle.Read(channel?.Text("title"), isHtml: true, ref mended),
            Address = address,
        };
        foreach (var element in export.Elements())
        {
            foreach (var entry in element.Xml is { } item ? conversion.Item(item, element) : XmlExport.Lost(element))
            {
                yield return entry;
            }
        }

        if (export.End() is { } end)
        {
            yield return end;
        }
    }

    private static string? Field(XElement? element, string name) => element is null ? null : element.Word(name, Space) ?? element.Word(name, Undeclared);

    private static IEnumerable<XElement> Fields(XElement element, string name) => element.Children(name, Space).Concat(element.Children(name, Undeclared));

    /// <summary>Names shown beside posts, by the login that posts name.</summary>
    private static Dictionary<string, (string? Name, string? Email)> Authors(XElement? channel)
    {
        var authors = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        foreach (var author in channel is null ? [] : Fields(channel, "author"))
        {
            if (Field(author, "author_login") is { } login)
            {
                authors.TryAdd(login, (Field(author, "author_display_name"), Field(author, "author_email")));
            }
        }

        return authors;
    }

    private sealed class Conversion(string? address, Dictionary<string, (string? Name, string? Email)> authors, DateTimeZone zone)
    {
        private readonly EntryTexts _texts = new(address);
        private readonly SeenIds _posts = new();
        private readonly SeenIds _comments = new();
        private long _ordinal;

        public IEnumerable<ImportedEntry> Item(XElement item, ExportElement element)
        {
            var comments = Fields(item, "comment").ToList();
            var type = Field(item, "post_type");
            var position = string.Create(CultureInfo.InvariantCulture, $"item {element.Number}");
            var flags = new List<string>();
            var id = Id(item, element, flags);
            var content = item.Text("encoded", "/content/");
            yield return type switch
            {
                "post" => Post(item, EntryKind.Post, id, content, flags),
                "page" => Post(item, EntryKind.Page, id, content, flags),
                "attachment" when comments.Count == 0 => new SkippedEntry(Name(item, position), "attachment", Lost: false),
                null when comments.Count == 0 && Field(item, "post_id") is null && string.IsNullOrWhiteSpace(content) => new SkippedEntry(position, "no text and no comments", Lost: false),
                null when comments.Count == 0 && Field(item, "post_id") is null && Field(item, "status") is null => new SkippedEntry(position, "no post of WordPress", Lost: true),
                null when string.IsNullOrWhiteSpace(content) && comments.Count > 0 => new ImportedThread { SourceId = id, Addresses = Addresses(item), Ordinal = _ordinal++ },
                null => Post(item, EntryKind.Post, id, content, flags),
                _ when Internal.Contains(type) && comments.Count == 0 => new SkippedEntry(Name(item, position), type == "nav_menu_item" ? "menu entry" : "WordPress's own entry", Lost: false),
                _ => Post(item, EntryKind.Page, id, content, [.. flags, EntryFlags.ForeignType], hidden: true),
            };
            foreach (var comment in comments)
            {
                yield return Comment(comment, id);
            }

            // Comments that were counted and are not where they belong (another namespace, another depth) are said to be lost.
            for (var i = comments.Count; i < element.Inner; i++)
            {
                yield return new SkippedEntry($"{position}, comment {(i + 1).ToString(CultureInfo.InvariantCulture)}", "unreadable: the comment does not stand in its post", Lost: true);
            }
        }

        private static string Name(XElement item, string position) => Field(item, "post_id") is { Length: < 30 } id && id.All(char.IsAsciiDigit) ? id : position;

        private static string[] Addresses(XElement item) => [.. ((string?[])[item.Word("link"), item.Word("thread_identifier"), item.Word("guid")]).OfType<string>()];

        private string Id(XElement item, ExportElement element, List<string> flags)
        {
            var id = Field(item, "post_id");
            if (id is null)
            {
                flags.Add(EntryFlags.NoId);
                id = OldAddress.Fold(item.Word("link")) ?? string.Create(CultureInfo.InvariantCulture, $"item/{element.Number}");
            }

            var distinct = _posts.Distinct(id, out var repeated);
            if (repeated)
            {
                flags.Add(BloggerFlags.RepeatedId);
            }

            return distinct;
        }

        private ImportedPost Post(XElement item, EntryKind kind, string id, string? content, List<string> flags, bool hidden = false)
        {
            _texts.Begin();
            var published = Time(Field(item, "post_date_gmt"), Field(item, "post_date"), flags) ?? PublishedAt(item.Word("pubDate"));
            if (published is null)
            {
                flags.Add(EntryTimes.Lost);
            }

            var visibility = Status(item, flags);
            var permalink = BloggerPermalink.Path(item.Word("link"), blogAddress: null);
            if (permalink is null && visibility == Visibility.Public)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            var title = _texts.Line(item.Text("title"), isHtml: true);
            var (markup, breaks, changes) = WordPressContent.Prepare(content ?? string.Empty);
            return new ImportedPost
            {
                SourceId = id,
                Kind = kind,
                Visibility = hidden && visibility == Visibility.Public ? Visibility.Private : visibility,
                Title = title,
                Permalink = permalink,
                Published = published,
                Changed = TryUtc(Field(item, "post_modified_gmt"), out var changed) ? changed : null,
                Author = Author(item.Word("creator"), flags),
                Labels = _texts.Labels(item.Elements("category").Where(IsLabel).Select(category => category.Value)),
                Series = SeriesTitle.Parse(title),
                Body = _texts.Prepared(content, markup, breaks, [.. changes]),
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private static bool IsLabel(XElement category) =>
            category.Attr("domain") is null or "category" or "post_tag" or "tag" && category.Attr("nicename") is not "uncategorized";

        private ImportedAuthor? Author(string? login, List<string> flags)
        {
            if (login is null)
            {
                return null;
            }

            var (name, email) = authors.GetValueOrDefault(login);
            return new ImportedAuthor { Name = _texts.Line(name ?? login), Email = EntryTexts.Field(email, flags) };
        }

        private static Visibility Status(XElement item, List<string> flags)
        {
            if (Field(item, "post_password") is not null)
            {
                flags.Add(EntryFlags.Password);
                return Visibility.Private;
            }

            switch (Field(item, "status"))
            {
                case "publish" or "inherit" or null:
                    return Visibility.Public;
                case "draft" or "auto-draft":
                    return Visibility.Draft;
                case "pending":
                    return Visibility.Pending;
                case "private":
                    return Visibility.Private;
                case "future":
                    return Visibility.Scheduled;
                case "trash":
                    return Visibility.Trashed;
                default:
                    flags.Add(EntryFlags.UnknownStatus);
                    return Visibility.Private;
            }
        }

        private ImportedComment Comment(XElement comment, string post)
        {
            _texts.Begin();
            var flags = new List<string>();
            var id = Field(comment, "comment_id");
            if (id is not null)
            {
                id = _comments.Distinct(id, out var repeated);
                if (repeated)
                {
                    flags.Add(BloggerFlags.RepeatedId);
                }
            }
            else
            {
                flags.Add(EntryFlags.NoId);
            }

            var published = Time(Field(comment, "comment_date_gmt"), Field(comment, "comment_date"), flags);
            if (published is null)
            {
                flags.Add(EntryTimes.Lost);
            }

            var visibility = Approved(comment, flags);
            var author = new ImportedAuthor
            {
                Name = _texts.Line(Field(comment, "comment_author"), isHtml: true),
                ProfileUrl = EntryTexts.Field(Field(comment, "comment_author_url"), flags),
                Email = EntryTexts.Field(Field(comment, "comment_author_email"), flags),
            };
            var body = _texts.Comment((comment.Text("comment_content", Space) ?? comment.Text("comment_content", Undeclared))?.Trim(), newlinesAreBreaks: true);
            if (visibility == Visibility.Public && body.Markdown.Length == 0)
            {
                flags.Add(BloggerFlags.NoText);
            }

            return new ImportedComment
            {
                SourceId = id,
                PostSourceId = post,
                ParentSourceId = Field(comment, "comment_parent") is { } parent && parent != "0" ? parent : null,
                Visibility = visibility,
                State = CommentState.Published,
                Author = author,
                Published = published,
                Body = body,
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private static Visibility Approved(XElement comment, List<string> flags)
        {
            var isLink = Field(comment, "comment_type") is "pingback" or "trackback";
            if (isLink)
            {
                flags.Add(EntryFlags.Pingback);
            }

            switch (Field(comment, "comment_approved"))
            {
                case "1" or "approve" or "approved":
                    return isLink ? Visibility.Private : Visibility.Public;
                case "0" or "hold":
                    return Visibility.Pending;
                case "spam":
                    return Visibility.Spam;
                case "trash" or "post-trashed":
                    return Visibility.Trashed;
                default:
                    flags.Add(EntryFlags.UnknownStatus);
                    return Visibility.Private;
            }
        }

        /// <summary>Both clocks stand in the export: their difference is the blog's offset on that day.</summary>
        private ImportedTime? Time(string? universal, string? local, List<string> flags)
        {
            var known = EntryTimes.TryClock(local, out var clock, "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm");
            if (!TryUtc(universal, out var instant))
            {
                return known ? EntryTimes.Local(clock, zone, flags) : null;
            }

            var offset = known ? clock - instant.UtcDateTime : TimeSpan.MaxValue;
            return offset.Duration() <= TimeSpan.FromHours(14) && offset.Ticks % TimeSpan.TicksPerMinute == 0
                ? new ImportedTime(instant.ToOffset(offset), DatePrecision.Minute)
                : EntryTimes.InZone(instant, zone);
        }

        private static bool TryUtc(string? text, out DateTimeOffset instant)
        {
            var known = EntryTimes.TryClock(text, out var clock, "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm");
            instant = known ? new DateTimeOffset(clock, TimeSpan.Zero) : default;
            return known;
        }

        // "Tue, 14 Jan 2014 17:31:03 +0000"; drafts have "Mon, 30 Nov -0001".
        private ImportedTime? PublishedAt(string? text) =>
            DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && instant.Year is >= 1900 and <= 2100
                ? EntryTimes.InZone(instant, zone)
                : null;
    }
}
