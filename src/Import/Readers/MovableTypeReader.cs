using System.Globalization;
using System.Text;
using Blog.Import.Blogger;
using Blog.Import.Xml;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads the text exports of Movable Type and TypePad.</summary>
/// <remarks>
/// FORMATS section 1f: an entry is header lines, then sections that end in <c>-----</c>, and ends in <c>--------</c>. There are no ids and no
/// replies, and times have no zone: they are read in the blog's. What makes an entry itself is its address (TypePad), else its time and
/// basename; of a comment, its post and its time.
/// </remarks>
internal sealed class MovableTypeReader : ISourceReader
{
    private const string SectionEnd = "-----";
    private const string EntryEnd = "--------";
    private static readonly string[] Forms = ["MM/dd/yyyy hh:mm:ss tt", "MM/dd/yyyy HH:mm:ss", "M/d/yyyy h:mm:ss tt", "MM/dd/yyyy hh:mm tt", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] CommentKeys = ["AUTHOR", "EMAIL", "IP", "URL", "DATE", "TITLE", "BLOG NAME", "VISIBLE"];

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        using var stream = input.Main.Open();
        var repairs = new RepairLog();
        var decoder = new SourceDecoder(stream, input.Name, repairs);
        SourceDetector.Require(SourceKind.MovableType, SourceDetector.Look(decoder.FirstBytes), input.Name);
        var lines = new DecodedLines(decoder);
        var conversion = new Conversion(input.Zone);
        var any = false;
        foreach (var entry in Entries(lines, tally))
        {
            if (!any)
            {
                any = true;
                var address = BloggerPermalink.WebAddress(entry.Head("UNIQUE URL"));
                yield return new ImportedSource
                {
                    Format = "movabletype",
                    // Neither the file's name nor its place says whose it is; times and basenames keep entries apart.
                    Key = OldAddress.Fold(address) is { } folded ? OldAddress.HostOf(folded) : "movabletype",
                    Address = OldAddress.Fold(address) is { } known ? $"http://{OldAddress.HostOf(known)}/" : null,
                };
            }

            foreach (var made in conversion.Make(entry))
            {
                yield return made;
            }
        }

        if (!any)
        {
            yield return new ImportedSource { Format = "movabletype", Key = "movabletype" };
        }

        tally.Repairs = repairs.ToList();
    }

    /// <summary>Cuts the lines into entries; counts entries, comments and pings as they begin.</summary>
    private static IEnumerable<TextEntry> Entries(DecodedLines lines, SourceTally tally)
    {
        TextEntry? entry = null;
        string? section = null;
        var text = new StringBuilder();
        while (lines.Read() is { } line)
        {
            if (line == EntryEnd)
            {
                if (entry is not null)
                {
                    entry.End(section, text);
                    yield return entry;
                }

                (entry, section) = (null, null);
                continue;
            }

            if (entry is null)
            {
                if (line.Trim().Length == 0)
                {
                    continue;
                }

                entry = new TextEntry { Number = ++tally.EntriesSeen };
            }

            if (line == SectionEnd)
            {
                entry.End(section, text);
                (section, entry.InHead) = (null, false);
            }
            else if (section is not null)
            {
                // A line of the text that would end it bears a tab (ImportExport.pm).
                text.Append(line is SectionEnd + "\t" or EntryEnd + "\t" ? line[..^1] : line).Append('\n');
            }
            else if (entry.InHead && TryHead(line, out var key, out var value))
            {
                entry.Heads.Add((key, value));
            }
            else if (line.EndsWith(':') && line.Length < 40 && line[..^1].All(c => char.IsAsciiLetterUpper(c) || c == ' '))
            {
                (section, entry.InHead) = (line[..^1], false);
                tally.EntriesSeen += section is "COMMENT" or "PING" ? 1 : 0;
            }
            else if (line.Trim().Length > 0)
            {
                entry.Stray++;
            }
        }

        if (entry is not null)
        {
            entry.End(section, text);
            entry.BreaksOff = true;
            tally.Gaps++;
            yield return entry;
        }
    }

    private static bool TryHead(string line, out string key, out string value)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var known = colon is > 0 and < 40 && colon + 1 < line.Length && line.AsSpan(0, colon).IndexOfAnyExceptInRange('A', 'Z') is var odd && (odd < 0 || line[odd] == ' ');
        (key, value) = known ? (line[..colon], line[(colon + 1)..].Trim()) : (string.Empty, string.Empty);
        return known;
    }

    /// <summary>One entry as its lines say it.</summary>
    private sealed class TextEntry
    {
        public required long Number { get; init; }

        public bool InHead { get; set; } = true;

        public bool BreaksOff { get; set; }

        public int Stray { get; set; }

        public List<(string Key, string Value)> Heads { get; } = [];

        public List<(string Name, string Text)> Sections { get; } = [];

        public string? Head(string key) => Heads.Find(head => head.Key == key).Value is { Length: > 0 } value ? value : null;

        public string? Section(string name) => Sections.Find(section => section.Name == name).Text;

        public void End(string? section, StringBuilder text)
        {
            if (section is not null)
            {
                Sections.Add((section, text.ToString()));
            }

            text.Clear();
        }
    }

    private sealed class Conversion(DateTimeZone zone)
    {
        private readonly EntryTexts _texts = new(null);
        private readonly SeenIds _ids = new();
        private long _ordinal;

        public IEnumerable<ImportedEntry> Make(TextEntry entry)
        {
            _texts.Begin();
            var flags = new List<string>();
            var published = Time(entry.Head("DATE"), flags);
            var permalink = BloggerPermalink.Path(entry.Head("UNIQUE URL"), blogAddress: null);
            var id = OldAddress.Fold(entry.Head("UNIQUE URL"))
                ?? (published is null ? string.Create(CultureInfo.InvariantCulture, $"entry/{entry.Number}") : $"{Clock(published)}/{entry.Head("BASENAME")}");
            id = _ids.Distinct(id, out _);
            var visibility = Status(entry.Head("STATUS"), flags);
            if (permalink is null && visibility == Visibility.Public)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            if (entry.Stray > 0 || entry.BreaksOff)
            {
                flags.Add(EntryFlags.Part);
            }

            var title = _texts.Line(entry.Head("TITLE"), isHtml: true);
            var more = entry.Section("EXTENDED BODY");
            var text = entry.Section("BODY") + (string.IsNullOrWhiteSpace(more) ? string.Empty : "\n\n" + more);
            var convert = entry.Head("CONVERT BREAKS") is not (null or "0" or "richtext");
            var (markup, breaks, changes) = convert ? WordPressContent.Prepare(text) : (text, false, []);
            yield return new ImportedPost
            {
                SourceId = id,
                Kind = EntryKind.Post,
                Visibility = visibility,
                Title = title,
                Permalink = permalink,
                Published = published,
                Author = entry.Head("AUTHOR") is { } author ? new ImportedAuthor { Name = _texts.Line(author) } : null,
                Labels = _texts.Labels(entry.Heads.Where(head => head.Key is "PRIMARY CATEGORY" or "CATEGORY").Select(head => head.Value)
                    .Concat((entry.Head("TAGS") ?? string.Empty).Split(',').Select(tag => tag.Trim().Trim('"')))),
                Series = SeriesTitle.Parse(title),
                Body = _texts.Prepared(text, markup, breaks, [.. changes]),
                Flags = flags,
                Ordinal = _ordinal++,
            };
            foreach (var (name, lines) in entry.Sections.Where(section => section.Name is "COMMENT" or "PING"))
            {
                yield return Comment(lines, id, isPing: name == "PING");
            }

            if (entry.BreaksOff)
            {
                yield return new SkippedEntry($"end of file (entry {entry.Number.ToString(CultureInfo.InvariantCulture)})", "unreadable: the file breaks off before its end", Lost: true);
            }
        }

        private ImportedComment Comment(string section, string post, bool isPing)
        {
            _texts.Begin();
            var heads = new Dictionary<string, string>(StringComparer.Ordinal);
            var at = 0;
            while (at < section.Length)
            {
                var end = section.IndexOf('\n', at);
                end = end < 0 ? section.Length : end;
                var line = section[at..end];
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon <= 0 || !CommentKeys.Contains(line[..colon]) || !heads.TryAdd(line[..colon], line[(colon + 1)..].Trim()))
                {
                    break;
                }

                at = Math.Min(end + 1, section.Length);
            }

            List<string> flags = isPing ? [EntryFlags.Pingback] : [EntryFlags.Flat];
            var published = Time(heads.GetValueOrDefault("DATE"), flags);
            var id = _ids.Distinct($"{post}/{(isPing ? "ping" : "comment")}/{(published is null ? string.Empty : Clock(published))}", out _);
            var author = new ImportedAuthor
            {
                Name = _texts.Line(heads.GetValueOrDefault(isPing ? "BLOG NAME" : "AUTHOR")),
                ProfileUrl = EntryTexts.Field(heads.GetValueOrDefault("URL"), flags),
                Email = EntryTexts.Field(heads.GetValueOrDefault("EMAIL"), flags),
            };
            var body = _texts.Comment(section[at..].Trim('\n'), newlinesAreBreaks: true);
            if (!isPing && body.Markdown.Length == 0)
            {
                flags.Add(BloggerFlags.NoText);
            }

            return new ImportedComment
            {
                SourceId = id,
                PostSourceId = post,
                Visibility = isPing || heads.GetValueOrDefault("VISIBLE") is "0" ? Visibility.Private : Visibility.Public,
                State = CommentState.Published,
                Author = author,
                Published = published,
                Body = body,
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private static string Clock(ImportedTime time) => time.Value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

        private ImportedTime? Time(string? text, List<string> flags)
        {
            if (EntryTimes.TryClock(text, out var clock, Forms) && EntryTimes.Local(clock, zone, flags) is { } time)
            {
                return time;
            }

            flags.Add(EntryTimes.Lost);
            return null;
        }

        private static Visibility Status(string? word, List<string> flags)
        {
            switch (word?.ToUpperInvariant())
            {
                case "PUBLISH" or "PUBLISHED":
                    return Visibility.Public;
                case "DRAFT" or "UNPUBLISH":
                    return Visibility.Draft;
                case "FUTURE" or "SCHEDULED":
                    return Visibility.Scheduled;
                case "REVIEW":
                    return Visibility.Pending;
                case "SPAM" or "JUNK":
                    return Visibility.Spam;
                default:
                    flags.Add(EntryFlags.UnknownStatus);
                    return Visibility.Private;
            }
        }
    }
}
