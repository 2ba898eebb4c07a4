using System.Globalization;
using System.Xml.Linq;
using Blog.Import.Blogger;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads Disqus exports: pages of a blog that is elsewhere ("threads") and the comments on them ("posts").</summary>
/// <remarks>
/// FORMATS section 1e says what the fields mean. A page comes with all the names it is known by (link, identifier); the store lays its
/// comments under the post of that address. Pages without a comment say nothing and are passed over. Deleted comments still have their words:
/// they stay in the store, and a place without words is shown where others answered them.
/// </remarks>
internal sealed class DisqusReader : ISourceReader
{
    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        var used = UsedThreads(input, out var forum);
        using var stream = input.Main.Open();
        var export = new XmlExport(stream, input.Name, SourceKind.Disqus, ["thread", "post"], inner: null, tally);
        yield return new ImportedSource { Format = "disqus", Key = forum ?? input.Stem };
        var texts = new EntryTexts(null);
        var ids = new SeenIds();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var ordinal = 0L;
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

            texts.Begin();
            yield return element.Name == "thread"
                ? Thread(xml, element, used, known, ordinal++)
                : Comment(xml, element, texts, ids, input.Zone, ordinal++);
        }

        if (export.End() is { } end)
        {
            yield return end;
        }
    }

    /// <summary>The pages that have comments: of 2,519 in one export, 57 (FORMATS 1e).</summary>
    private static HashSet<string> UsedThreads(SourceInput input, out string? forum)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        forum = null;
        using var stream = input.Main.Open();
        foreach (var element in new XmlExport(stream, input.Name, SourceKind.Disqus, ["thread", "post"], inner: null, new SourceTally()).Elements())
        {
            if (element is { Name: "post", Xml: { } post } && post.Child("thread")?.Attr("id") is { } thread)
            {
                used.Add(thread);
            }
            else
            {
                forum ??= element.Xml?.Word("forum") is { Length: < 200 } name ? name : null;
            }
        }

        return used;
    }

    private static ImportedEntry Thread(XElement xml, ExportElement element, HashSet<string> used, HashSet<string> known, long ordinal)
    {
        var position = string.Create(CultureInfo.InvariantCulture, $"thread {element.Number}");
        if (xml.Attr("id") is not { Length: < 100 } id)
        {
            return new SkippedEntry(position, "unreadable: the page has no id", Lost: true);
        }

        if (!used.Contains(id))
        {
            return new SkippedEntry(id, "page without comments", Lost: false);
        }

        if (!known.Add(id))
        {
            return new SkippedEntry(id, "page that came before", Lost: false);
        }

        string?[] names = [xml.Word("link"), xml.Word("id")];
        return new ImportedThread { SourceId = id, Addresses = [.. names.OfType<string>().Where(name => name.Length <= 2000).Distinct(StringComparer.Ordinal)], Ordinal = ordinal };
    }

    private static ImportedEntry Comment(XElement xml, ExportElement element, EntryTexts texts, SeenIds ids, DateTimeZone zone, long ordinal)
    {
        var position = string.Create(CultureInfo.InvariantCulture, $"post {element.Number}");
        var id = xml.Attr("id");
        if (xml.Child("thread")?.Attr("id") is not { } thread)
        {
            return new SkippedEntry(id ?? position, "unreadable: the comment does not say on which page it stands", Lost: true);
        }

        var flags = new List<string>();
        if (id is null)
        {
            flags.Add(EntryFlags.NoId);
        }
        else
        {
            id = ids.Distinct(id, out var repeated);
            if (repeated)
            {
                flags.Add(BloggerFlags.RepeatedId);
            }
        }

        ImportedTime? published = null;
        if (Rfc3339.TryParse(xml.Word("createdAt"), out var time))
        {
            published = time.Precision == DatePrecision.Minute ? EntryTimes.InZone(time.Value, zone) : time;
        }
        else
        {
            flags.Add(EntryTimes.Lost);
        }

        var author = xml.Child("author") is not { } writer ? null : new ImportedAuthor
        {
            Name = texts.Line(writer.Text("name")),
            Email = EntryTexts.Field(writer.Text("email"), flags),
            ProfileUrl = writer.Word("username") is { } user ? EntryTexts.Field("https://disqus.com/by/" + Uri.EscapeDataString(user) + "/", flags) : null,
        };
        var visibility = IsSaid(xml, "isSpam") ? Visibility.Spam : IsSaid(xml, "isDeleted") ? Visibility.Trashed : IsDenied(xml, "isApproved") ? Visibility.Pending : Visibility.Public;
        if (visibility == Visibility.Trashed)
        {
            flags.Add(EntryFlags.Deleted);
        }

        // A paragraph's markup stands for its breaks; comments of old exports are plain text with line ends.
        var message = xml.Text("message")?.Trim();
        var body = texts.Comment(message, newlinesAreBreaks: message?.Contains("<p", StringComparison.OrdinalIgnoreCase) != true);
        if (visibility == Visibility.Public && body.Markdown.Length == 0)
        {
            flags.Add(BloggerFlags.NoText);
        }

        return new ImportedComment
        {
            SourceId = id,
            PostSourceId = thread,
            ParentSourceId = xml.Child("parent")?.Attr("id"),
            Visibility = visibility,
            State = CommentState.Published,
            Author = author,
            Published = published,
            Body = body,
            Flags = flags,
            Ordinal = ordinal,
        };
    }

    private static bool IsSaid(XElement xml, string name) => xml.Word(name) is { } word && !word.Equals("false", StringComparison.OrdinalIgnoreCase) && word != "0";

    private static bool IsDenied(XElement xml, string name) => xml.Word(name) is { } word && (word.Equals("false", StringComparison.OrdinalIgnoreCase) || word == "0");
}
