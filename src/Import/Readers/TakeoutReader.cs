using System.Globalization;
using System.Xml.Linq;
using Blog.Html;
using Blog.Import.Blogger;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads Google Takeout's feed of a Blogger blog (<c>Blogs/NAME/feed.atom</c>), with the <c>settings.csv</c> beside it.</summary>
/// <remarks>
/// FORMATS section 1b says what the fields mean. Entries stand in no order of time. What is public is on a list (LIVE); every other status,
/// known or not, keeps its entry in the store. An entry's own <c>blogger:type</c> is a child of it: its author has one, too.
/// </remarks>
internal sealed class TakeoutReader : ISourceReader
{
    private const string UnknownStatus = "status not known";

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        using var stream = input.Main.Open();
        var export = new XmlExport(stream, input.Name, SourceKind.BloggerTakeout, ["entry"], inner: null, tally);
        var settings = TakeoutSettings.Read(input.Files.Skip(1).FirstOrDefault());
        var zone = settings.Zone ?? input.Zone;
        var mended = 0;
        var texts = new EntryTexts(settings.Address);
        var ids = new SeenIds();
        var ordinal = 0L;
        yield return new ImportedSource
        {
            Format = BloggerClassicReader.Format,
            Key = BloggerIds.Blog(export.Head?.Word("id")) ?? input.Stem,
            Rank = SourceRanks.Takeout,
            Title = PlainTitle.Read(export.Head?.Text("title"), isHtml: false, ref mended),
            Address = settings.Address,
        };
        foreach (var element in export.Elements())
        {
            if (element.Xml is not { } xml)
            {
                foreach (var lost in XmlExport.Lost(element))
                {
                    yield return lost;
                }

                continue;
            }

            var name = BloggerIds.Name(xml.Word("id"), string.Create(CultureInfo.InvariantCulture, $"entry {element.Number}"));
            texts.Begin();
            yield return xml.Word("type") switch
            {
                "POST" => Post(xml, name, EntryKind.Post, texts, ids, zone, ordinal++),
                "PAGE" => Post(xml, name, EntryKind.Page, texts, ids, zone, ordinal++),
                "COMMENT" => Comment(xml, name, texts, ids, zone, ref ordinal),
                _ => new SkippedEntry(name, "unknown kind", Lost: true),
            };
        }

        if (export.End() is { } end)
        {
            yield return end;
        }
    }

    private static ImportedPost Post(XElement xml, string name, EntryKind kind, EntryTexts texts, SeenIds ids, DateTimeZone zone, long ordinal)
    {
        var flags = new List<string>();
        var published = Time(xml, zone, flags);
        var title = texts.Line(xml.Text("title"));
        var visibility = Status(xml, published, flags);
        var permalink = Permalink(xml.Word("filename"));
        if (permalink is null && visibility == Visibility.Public)
        {
            flags.Add(BloggerFlags.NoPermalink);
        }

        var content = xml.Text("content");
        return new ImportedPost
        {
            SourceId = Id(xml, ids, flags) ?? name.Replace(' ', '-'),
            Kind = kind,
            Visibility = visibility,
            Title = title,
            Permalink = permalink,
            Published = published,
            Changed = Changed(xml),
            Author = Author(xml, texts, flags),
            Labels = texts.Labels(xml.Children("category").SelectMany(category => category.Attr("term")?.Split('\n') ?? [])), // one public tool joins them by line ends
            Series = SeriesTitle.Parse(title),
            Body = texts.Post(content, newlinesAreBreaks: IsPlain(content)),
            Flags = flags,
            Ordinal = ordinal,
        };
    }

    private static ImportedEntry Comment(XElement xml, string name, EntryTexts texts, SeenIds ids, DateTimeZone zone, ref long ordinal)
    {
        if (BloggerIds.Entry(xml.Word("parent")) is not { } post)
        {
            return new SkippedEntry(name, "unreadable: the comment does not say to which post it belongs", Lost: true);
        }

        var flags = new List<string>();
        var removed = xml.Word("status") is "GHOSTED_COMMENT" or "EMPTIED_COMMENT" or "EMPTIED";
        var published = Time(xml, zone, flags);
        var visibility = removed ? Visibility.Public : Status(xml, null, flags);
        if (removed)
        {
            flags.Add(BloggerFlags.RemoverUnknown);
        }

        var author = Author(xml, texts, flags);
        var content = xml.Text("content");
        var body = removed ? EntryTexts.None() : texts.Comment(content, newlinesAreBreaks: content?.Contains("<br", StringComparison.OrdinalIgnoreCase) != true);
        if (!removed && visibility == Visibility.Public && body.Markdown.Length == 0)
        {
            flags.Add(BloggerFlags.NoText);
        }

        return new ImportedComment
        {
            SourceId = Id(xml, ids, flags),
            PostSourceId = post,
            ParentSourceId = BloggerIds.Entry(xml.Word("inReplyTo")),
            Visibility = visibility,
            State = removed ? CommentState.RemovedByAdmin : CommentState.Published,
            Author = author,
            Published = published,
            Changed = Changed(xml),
            Body = body,
            Flags = flags,
            Ordinal = ordinal++,
        };
    }

    /// <summary>Whether a text has no markup that breaks lines, so that its newlines do.</summary>
    private static bool IsPlain(string? content) => content is not null
        && !content.Contains("<br", StringComparison.OrdinalIgnoreCase) && !content.Contains("<p", StringComparison.OrdinalIgnoreCase) && !content.Contains("<div", StringComparison.OrdinalIgnoreCase);

    private static Visibility Status(XElement xml, ImportedTime? published, List<string> flags)
    {
        if (xml.Word("trashed") is not null)
        {
            return Visibility.Trashed;
        }

        switch (xml.Word("status"))
        {
            case "LIVE":
                return Visibility.Public;
            case "DRAFT":
                return Visibility.Draft;
            case "SCHEDULED":
                return Visibility.Scheduled;
            case "SPAM_COMMENT" or "SPAM":
                return Visibility.Spam;
            case "PENDING_MODERATION" or "PENDING":
                return Visibility.Pending;
            case "SOFT_TRASHED" or "TRASHED" or "DELETED":
                return Visibility.Trashed;
            default:
                flags.Add(UnknownStatus);
                return Visibility.Private; // never shown by a word that nobody knows
        }
    }

    private static string? Id(XElement xml, SeenIds ids, List<string> flags)
    {
        if (BloggerIds.Entry(xml.Word("id")) is not { } id)
        {
            flags.Add(BloggerFlags.ForeignId);
            return null;
        }

        var distinct = ids.Distinct(id, out var repeated);
        if (repeated)
        {
            flags.Add(BloggerFlags.RepeatedId);
        }

        return distinct;
    }

    private static ImportedTime? Time(XElement xml, DateTimeZone zone, List<string> flags)
    {
        if (Rfc3339.TryParse(xml.Word("published"), out var time))
        {
            return time.Precision == DatePrecision.Minute ? EntryTimes.InZone(time.Value, zone) : time;
        }

        flags.Add(BloggerFlags.NoDate);
        return null;
    }

    private static DateTimeOffset? Changed(XElement xml) => Rfc3339.TryParse(xml.Word("updated"), out var time) ? time.Value : null;

    // The feed has paths only; the same rules hold for them as for whole addresses.
    private static string? Permalink(string? path) =>
        path is null ? null : BloggerPermalink.Path("http://old-blog.invalid" + (path.StartsWith('/') ? path : "/" + path), blogAddress: null);

    private static ImportedAuthor? Author(XElement xml, EntryTexts texts, List<string> flags) => xml.Child("author") is not { } author ? null : new ImportedAuthor
    {
        Name = texts.Line(author.Text("name")),
        ProfileUrl = EntryTexts.Field(author.Text("uri"), flags),
    };
}
