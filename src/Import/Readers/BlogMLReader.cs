using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Blog.Import.Blogger;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads BlogML, the export of .NET blogs (Subtext, BlogEngine.NET): posts with their comments and trackbacks within them.</summary>
/// <remarks>Dates have no zone: they are read in the blog's. A comment that is not approved is pending; of one real blog, 252 of 338 are (FORMATS 1g).</remarks>
internal sealed class BlogMLReader : ISourceReader
{
    private const string NoGuid = "00000000-0000-0000-0000-000000000000";

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        using var stream = input.Main.Open();
        var export = new XmlExport(stream, input.Name, SourceKind.BlogML, ["post"], "comment", tally);
        var address = BloggerPermalink.WebAddress(export.Head?.Attr("root-url"));
        var mended = 0;
        yield return new ImportedSource
        {
            Format = "blogml",
            Key = OldAddress.Fold(address) ?? input.Stem,
            Title = PlainTitle.Read(export.Head?.Text("title"), isHtml: false, ref mended),
            Address = address,
        };
        var conversion = new Conversion(address, Titles(export.Head, "categories"), Titles(export.Head, "authors"), input.Zone);
        foreach (var element in export.Elements())
        {
            foreach (var entry in element.Xml is { } post ? conversion.Post(post, element) : XmlExport.Lost(element))
            {
                yield return entry;
            }

            var trackbacks = element.Xml?.Child("trackbacks")?.Children("trackback").Count() ?? 0;
            export.Add(trackbacks);
            for (var i = 1; i <= trackbacks; i++)
            {
                yield return new SkippedEntry(string.Create(CultureInfo.InvariantCulture, $"post {element.Number}, trackback {i}"), EntryFlags.Pingback, Lost: false);
            }
        }

        if (export.End() is { } end)
        {
            yield return end;
        }
    }

    private static Dictionary<string, string> Titles(XElement? head, string list)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in head?.Child(list)?.Elements() ?? [])
        {
            if (item.Attr("id") is { } id && item.Word("title") is { } title)
            {
                titles.TryAdd(id, title);
            }
        }

        return titles;
    }

    private sealed class Conversion(string? address, Dictionary<string, string> categories, Dictionary<string, string> authors, DateTimeZone zone)
    {
        private readonly EntryTexts _texts = new(address);
        private readonly SeenIds _posts = new();
        private readonly SeenIds _comments = new();
        private long _ordinal;

        public IEnumerable<ImportedEntry> Post(XElement post, ExportElement element)
        {
            _texts.Begin();
            var flags = new List<string>();
            var permalink = Permalink(post.Attr("post-url"));
            var id = post.Attr("id");
            if (id is null)
            {
                flags.Add(EntryFlags.NoId);
                id = permalink ?? string.Create(CultureInfo.InvariantCulture, $"post/{element.Number}");
            }

            id = _posts.Distinct(id, out var repeated);
            if (repeated)
            {
                flags.Add(BloggerFlags.RepeatedId);
            }

            var visibility = IsTrue(post.Attr("approved"), missing: true) ? Visibility.Public : Visibility.Draft;
            if (permalink is null && visibility == Visibility.Public)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            var title = _texts.Line(Content(post.Child("title")), isHtml: post.Child("title")?.Attr("type") is "html" or "xhtml");
            var author = (post.Child("authors")?.Elements() ?? []).Select(named => named.Attr("ref")).OfType<string>().Select(named => authors.GetValueOrDefault(named)).FirstOrDefault(name => name is not null);
            yield return new ImportedPost
            {
                SourceId = id,
                Kind = post.Attr("type") is "article" ? EntryKind.Page : EntryKind.Post,
                Visibility = visibility,
                Title = title,
                Permalink = permalink,
                Published = Time(post.Attr("date-created"), flags),
                Changed = Changed(post.Attr("date-modified")),
                Author = author is null ? null : new ImportedAuthor { Name = _texts.Line(author) },
                Labels = _texts.Labels((post.Child("categories")?.Elements() ?? []).Select(category => category.Attr("ref") is { } named ? categories.GetValueOrDefault(named) : null)),
                Series = SeriesTitle.Parse(title),
                Body = _texts.Post(Content(post.Child("content"))),
                Flags = flags,
                Ordinal = _ordinal++,
            };

            var comments = post.Child("comments")?.Children("comment").ToList() ?? [];
            var isFlat = !comments.Exists(comment => Parent(comment) is not null);
            foreach (var comment in comments)
            {
                yield return Comment(comment, id, isFlat);
            }

            for (var i = comments.Count; i < element.Inner; i++)
            {
                yield return new SkippedEntry($"post {element.Number.ToString(CultureInfo.InvariantCulture)}, comment {(i + 1).ToString(CultureInfo.InvariantCulture)}", "unreadable: the comment does not stand in its post", Lost: true);
            }
        }

        private static string? Parent(XElement comment) => comment.Attr("parentid") is { } parent && parent != NoGuid && parent != "0" ? parent : null;

        private ImportedComment Comment(XElement comment, string post, bool isFlat)
        {
            _texts.Begin();
            var flags = new List<string>();
            var id = comment.Attr("id");
            if (id is null)
            {
                flags.Add(EntryFlags.NoId);
            }
            else
            {
                id = _comments.Distinct(id, out var repeated);
                if (repeated)
                {
                    flags.Add(BloggerFlags.RepeatedId);
                }
            }

            if (isFlat)
            {
                flags.Add(EntryFlags.Flat);
            }

            var visibility = IsTrue(comment.Attr("approved"), missing: false) ? Visibility.Public : Visibility.Pending;
            var author = new ImportedAuthor
            {
                Name = _texts.Line(comment.Attr("user-name")),
                ProfileUrl = EntryTexts.Field(comment.Attr("user-url"), flags),
                Email = EntryTexts.Field(comment.Attr("user-email"), flags),
            };
            var text = Content(comment.Child("content"));
            var published = Time(comment.Attr("date-created"), flags);
            var body = _texts.Comment(text, newlinesAreBreaks: text?.Contains("<br", StringComparison.OrdinalIgnoreCase) != true && text?.Contains("<p", StringComparison.OrdinalIgnoreCase) != true);
            if (visibility == Visibility.Public && body.Markdown.Length == 0)
            {
                flags.Add(BloggerFlags.NoText);
            }

            return new ImportedComment
            {
                SourceId = id,
                PostSourceId = post,
                ParentSourceId = Parent(comment),
                Visibility = visibility,
                State = CommentState.Published,
                Author = author,
                Published = published,
                Changed = Changed(comment.Attr("date-modified")),
                Body = body,
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private string? Permalink(string? url)
        {
            if (url is null)
            {
                return null;
            }

            url = url.StartsWith("~/", StringComparison.Ordinal) ? url[1..] : url;
            return BloggerPermalink.WebAddress(url) is not null ? BloggerPermalink.Path(url, blogAddress: null)
                : BloggerPermalink.Path((address ?? "http://old-blog.invalid").TrimEnd('/') + (url.StartsWith('/') ? url : "/" + url), blogAddress: null);
        }

        private ImportedTime? Time(string? text, List<string> flags)
        {
            if (Rfc3339.TryParse(text, out var time))
            {
                return time;
            }

            if (EntryTimes.TryClock(text, out var clock, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm") && EntryTimes.Local(clock, zone, flags) is { } local)
            {
                return local;
            }

            flags.Add(EntryTimes.Lost);
            return null;
        }

        private DateTimeOffset? Changed(string? text) => Time(text, [])?.Value;

        private static bool IsTrue(string? word, bool missing) => word is null ? missing : word.Equals("true", StringComparison.OrdinalIgnoreCase) || word == "1";

        /// <summary>Text of an element; some blogs write it in base64.</summary>
        private static string? Content(XElement? element)
        {
            if (element is null || element.Attr("type") is not "base64")
            {
                return element?.Value;
            }

            var bytes = new byte[element.Value.Length];
            return Convert.TryFromBase64String(element.Value.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : element.Value;
        }
    }
}
