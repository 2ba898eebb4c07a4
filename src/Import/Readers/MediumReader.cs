using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Blog.Import.Blogger;
using Blog.Import.Xml;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads a Medium export: one page a post, marked up as h-entry (microformats). Comments of others are not in it.</summary>
/// <remarks>
/// The account's own answers to other people's texts are pages like posts, but without a title in their text (it is cut from their first words).
/// They are out of their place here, so they stay in the store.
/// </remarks>
internal sealed partial class MediumReader : ISourceReader
{
    private const string Answer = "answer to somebody else's text";

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        var repairs = new RepairLog();
        var texts = new EntryTexts(null);
        var ids = new SeenIds();
        var ordinal = 0L;
        yield return new ImportedSource { Format = "medium", Key = "medium" }; // its ids are unique over all accounts
        foreach (var file in input.Files)
        {
            tally.EntriesSeen++;
            using var document = PageMarkup.Parse(file, repairs, out var fault);
            yield return document?.QuerySelector(".h-entry") is { } entry
                ? Post(file, entry, texts, ids, input.Zone, ordinal++)
                : new SkippedEntry(file.FileName, $"unreadable: {fault ?? "no text of a post is in it"}", Lost: true);
        }

        tally.Repairs = repairs.ToList();
    }

    private static ImportedPost Post(SourceFile file, IElement entry, EntryTexts texts, SeenIds ids, DateTimeZone zone, long ordinal)
    {
        texts.Begin();
        var flags = new List<string>();
        var address = entry.QuerySelector("a.p-canonical")?.GetAttribute("href");
        var id = Number().Match(address ?? string.Empty) is { Success: true } inAddress ? inAddress.Groups["id"].Value
            : Number().Match(Path.GetFileNameWithoutExtension(file.FileName)) is { Success: true } inName ? inName.Groups["id"].Value
            : null;
        if (id is null)
        {
            flags.Add(EntryFlags.NoId);
        }

        var title = texts.Line(entry.QuerySelector(".p-name")?.TextContent);
        ImportedTime? published = null;
        if (Rfc3339.TryParse(entry.QuerySelector("time.dt-published")?.GetAttribute("datetime"), out var time))
        {
            published = EntryTimes.InZone(time.Value, zone);
        }

        var body = entry.QuerySelector(".e-content");
        var heading = body?.QuerySelector(".graf--title, h3.graf--leading, h2.graf--leading, h4.graf--leading");
        var isPublished = published is not null && address is not null && !file.FileName.StartsWith("draft_", StringComparison.OrdinalIgnoreCase);
        var isAnswer = isPublished && heading is null && body is not null && title is not null && Words(body.TextContent).StartsWith(Words(title).TrimEnd('…', '.'), StringComparison.Ordinal);
        if (isAnswer)
        {
            flags.Add(Answer);
        }

        if (isPublished && published is null)
        {
            flags.Add(EntryTimes.Lost);
        }

        var original = body?.InnerHtml;
        if (heading is not null && Words(heading.TextContent) == Words(title ?? string.Empty))
        {
            heading.Remove(); // it stands over the text as the title
        }

        var permalink = BloggerPermalink.Path(address, blogAddress: null);
        return new ImportedPost
        {
            SourceId = ids.Distinct(id ?? "file:" + file.FileName, out _),
            Kind = EntryKind.Post,
            Visibility = !isPublished ? Visibility.Draft : isAnswer ? Visibility.Private : Visibility.Public,
            Title = title,
            Permalink = permalink,
            Published = published,
            Author = texts.Line(entry.QuerySelector(".p-author")?.TextContent) is { } name ? new ImportedAuthor { Name = name } : null,
            Labels = texts.Labels(entry.QuerySelectorAll(".p-tags a, .p-category").Select(tag => tag.TextContent)),
            Series = SeriesTitle.Parse(title),
            Body = texts.Prepared(original, body?.InnerHtml, newlinesAreBreaks: false),
            Flags = flags,
            Ordinal = ordinal,
        };
    }

    private static string Words(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"-(?<id>[0-9a-f]{8,16})(?:[?#/].*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
