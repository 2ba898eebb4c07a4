using System.Globalization;
using Blog.Html;
using Blog.Model;
using Blog.Text;
using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Reads a plain-text copy of a blog page: several posts with their numbered comment threads.</summary>
/// <remarks>
/// Every line of the file belongs to exactly one post or comment: the <see cref="ImportedBody.Original"/> texts in the order of
/// <see cref="ImportedPost.Ordinal"/> are the decoded file, character by character (headings, numbers and line ends included). Only a
/// byte order mark is left out. docs/import-captures.md has the rules and their limits.
/// </remarks>
public static class CaptureReader
{
    /// <summary>Value of <see cref="ImportedSource.Format"/>.</summary>
    public const string Format = "capture";

    /// <summary>Reads a capture from its bytes: UTF-8, UTF-16 with a byte order mark, else Windows-1252.</summary>
    /// <param name="stream">The file; read to its end, not closed.</param>
    /// <param name="sourceName">Its path or name. The name without folder and extension is the source's key: it does not depend on the
    /// content, so a corrected copy under the same name is the same source, and the same page under another name is another.</param>
    /// <param name="zone">The blog's time zone: dates and clock times stand in it.</param>
    /// <returns>The source, then posts and comments in the order of the page.</returns>
    /// <exception cref="ImportException">It is no capture: too large (over 32 MB), empty, binary, markup, or without any date heading or
    /// comment list. Thrown before anything is returned.</exception>
    public static IEnumerable<ImportedEntry> Read(Stream stream, string sourceName, DateTimeZone zone) =>
        Entries(CaptureText.Read(stream, FileName(sourceName)), sourceName, zone);

    /// <summary>As <see cref="Read(Stream, string, DateTimeZone)"/>, of text that is already decoded.</summary>
    public static IEnumerable<ImportedEntry> Read(TextReader reader, string sourceName, DateTimeZone zone) =>
        Entries(CaptureText.Read(reader, FileName(sourceName)), sourceName, zone);

    /// <summary>As <see cref="Read(Stream, string, DateTimeZone)"/>, of a text that is already cut into lines.</summary>
    internal static List<ImportedEntry> Entries(CaptureText text, string sourceName, DateTimeZone zone)
    {
        var parts = PartSplitter.Split(text.Lines);
        if (parts.Count == 0)
        {
            throw new ImportException(
                $"{FileName(sourceName)} is no capture of a blog page: no line is a date such as \"Tuesday, 15 December 2015\" with a blank line around it and the right weekday, and no numbered comments stand at its end. Check that it is the text of a whole page, or import the blog's export instead.");
        }

        var entries = new List<ImportedEntry> { new ImportedSource { Format = Format, Key = Path.GetFileNameWithoutExtension(FileName(sourceName)) } };
        var ordinal = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            var id = (i + 1).ToString(CultureInfo.InvariantCulture);
            entries.Add(Post(text, parts[i], id, zone, ordinal++));
            var clock = new CommentClock(zone, parts[i].Date);
            var next = parts[i].CommentsStart;
            foreach (var comment in ThreadReader.Read(text.Lines, next, parts[i].End, parts[i].Date))
            {
                next = comment.Start == next ? comment.End : throw Unaccounted(next);
                entries.Add(Comment(text.Lines, comment, id, clock, ordinal++));
            }

            if (next != parts[i].End)
            {
                throw Unaccounted(next);
            }
        }

        return entries;
    }

    // Every line belongs to exactly one entry: anything else is a fault of this program and stops the import.
    private static InvalidOperationException Unaccounted(int line) => new(string.Create(CultureInfo.InvariantCulture, $"Line {line + 1} of the capture belongs to no entry, or to two."));

    // Paths come from both kinds of systems, whatever this one is.
    private static string FileName(string sourceName) => sourceName[(sourceName.LastIndexOfAny(['/', '\\']) + 1)..];

    private static ImportedPost Post(CaptureText text, CapturePart part, string id, DateTimeZone zone, long ordinal)
    {
        var lines = text.Lines;
        var title = part.TitleLine < 0 ? null : Title(lines[part.TitleLine].Content);
        var bodyStart = part.BodyStart;
        var subtitle = title is null ? -1 : Subtitle.Find(lines, bodyStart, part.CommentsStart, title);
        var heading = string.Empty;
        if (subtitle >= 0)
        {
            heading = "## " + PlainTextToMarkdown.Convert(lines[subtitle].Content).Markdown;
            bodyStart = subtitle + 1;
        }

        var body = CaptureBody.Convert(lines, bodyStart, part.CommentsStart, comment: null);
        return new ImportedPost
        {
            SourceId = id,
            Kind = EntryKind.Post,
            Visibility = Visibility.Public,
            Title = title,
            Body = new ImportedBody(
                CaptureBody.Original(lines, part.Start, part.CommentsStart),
                heading.Length == 0 ? body.Markdown : body.Markdown.Length == 0 ? heading : heading + "\n\n" + body.Markdown,
                body.Changes),
            Series = SeriesTitle.Parse(title),
            Published = part.Date is { } day ? new ImportedTime(zone.AtStartOfDay(day).ToDateTimeOffset(), DatePrecision.Day) : null,
            Flags = text.EncodingGuessed ? [.. part.Flags, CaptureFlags.EncodingGuessed] : part.Flags,
            Ordinal = ordinal,
        };
    }

    // One line of plain text: mojibake mended, white space collapsed, redaction marks of strangers disarmed.
    private static string Title(string content) => RedactionMarkSplitter.Escape(
        string.Join(' ', MojibakeRepair.Repair(content).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static ImportedComment Comment(IReadOnlyList<CaptureLine> lines, CapturedComment comment, string postId, CommentClock clock, long ordinal)
    {
        List<string> flags = [.. comment.Flags];
        ImportedAuthor? author = null;
        ImportedTime? published = null;
        var bodyStart = comment.Start;
        if (!comment.NumberLost && GluedStamp.Read(lines[comment.Start].Content[comment.TextOffset..], clock.NotBefore(comment.Number)) is { } stamp)
        {
            author = stamp.Name is null ? null : new ImportedAuthor { Name = stamp.Name };
            published = clock.Read(stamp, comment.Number, flags);
            bodyStart++;
        }
        else
        {
            clock.Pass(comment.Number);
        }

        var body = CaptureBody.Convert(lines, bodyStart, comment.End, comment);
        return new ImportedComment
        {
            PostSourceId = postId,
            ParentSourceId = comment.Number.IsTop ? null : comment.Number.Top.ToString(CultureInfo.InvariantCulture),
            Number = comment.Number,
            Visibility = Visibility.Public,
            State = comment.IsMissing ? CommentState.Missing : CommentState.Published,
            Author = author,
            Published = published,
            Body = new ImportedBody(CaptureBody.Original(lines, comment.Start, comment.End), body.Markdown, body.Changes),
            Flags = flags,
            Ordinal = ordinal,
        };
    }
}
