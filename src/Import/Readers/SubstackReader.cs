using System.Net;
using Blog.Import.Blogger;
using Blog.Import.Xml;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads a Substack export: <c>posts.csv</c> with the texts in <c>posts/</c>. Comments are not in it.</summary>
/// <remarks>Public is what is published for everyone; what only subscribers could read stays in the store. Subscribers' lists beside it are never opened.</remarks>
internal sealed class SubstackReader : ISourceReader
{
    /// <summary>Most characters of <c>posts.csv</c> that are read.</summary>
    public const int LongestTable = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        var rows = CsvTable.Read(input.Main, LongestTable);
        var texts = input.Files.Skip(1).ToDictionary(file => file.FileName, StringComparer.Ordinal);
        var repairs = new RepairLog();
        var conversion = new Conversion(input.Zone);
        var ids = new SeenIds();
        tally.EntriesSeen = rows.Count + texts.Count;
        yield return new ImportedSource { Format = "substack", Key = "substack" }; // an export does not say whose it is; its ids are unique over all of them
        for (var i = 0; i < rows.Count; i++)
        {
            var name = rows[i].GetValueOrDefault("post_id");
            SourceFile? file = null;
            var found = name is not null && texts.Remove(name + ".html", out file);
            if (found)
            {
                tally.EntriesSeen--; // a text is counted with its row
            }

            yield return conversion.Post(rows[i], i + 1, ids, found ? PageMarkup.Text(file!, repairs) : null); // not null: found
        }

        foreach (var file in texts.Values.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            yield return new SkippedEntry(file.FileName, "unreadable: posts.csv does not say what this text is", Lost: true);
        }

        tally.Repairs = repairs.ToList();
    }

    private sealed class Conversion(DateTimeZone zone)
    {
        private readonly EntryTexts _texts = new(null);
        private long _ordinal;

        public ImportedEntry Post(IReadOnlyDictionary<string, string> row, int number, SeenIds ids, string? text)
        {
            var name = row.GetValueOrDefault("post_id");
            if (name is null)
            {
                return new SkippedEntry($"row {number}", "unreadable: the row has no post_id", Lost: true);
            }

            _texts.Begin();
            var flags = new List<string>();
            var (id, slug) = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (name[..dot], name[(dot + 1)..]) : (name, string.Empty);
            var visibility = Status(row, flags);
            if (text is null && visibility == Visibility.Public)
            {
                return new SkippedEntry($"row {number}", "unreadable: its text is not in posts/", Lost: true);
            }

            ImportedTime? published = null;
            if (Rfc3339.TryParse(row.GetValueOrDefault("post_date"), out var time))
            {
                published = time.Precision == DatePrecision.Minute ? EntryTimes.InZone(time.Value, zone) : time;
            }
            else
            {
                flags.Add(EntryTimes.Lost);
            }

            var title = _texts.Line(row.GetValueOrDefault("title"));
            var subtitle = row.GetValueOrDefault("subtitle");
            var permalink = slug.Length == 0 ? null : BloggerPermalink.Path($"http://old-blog.invalid/p/{slug}", blogAddress: null);
            if (permalink is null && visibility == Visibility.Public)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            return new ImportedPost
            {
                SourceId = ids.Distinct(id, out _),
                Kind = row.GetValueOrDefault("type") == "page" ? EntryKind.Page : EntryKind.Post,
                Visibility = visibility,
                Title = title,
                Permalink = permalink,
                Published = published,
                Series = SeriesTitle.Parse(title),
                Body = _texts.Prepared(text, (subtitle is null ? string.Empty : $"<h2>{WebUtility.HtmlEncode(subtitle)}</h2>") + text, newlinesAreBreaks: false),
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private static Visibility Status(IReadOnlyDictionary<string, string> row, List<string> flags)
        {
            var forAll = row.GetValueOrDefault("audience") is "everyone";
            if (!forAll)
            {
                flags.Add(EntryFlags.ForSubscribers);
            }

            return !string.Equals(row.GetValueOrDefault("is_published"), "true", StringComparison.OrdinalIgnoreCase) ? Visibility.Draft
                : forAll ? Visibility.Public
                : Visibility.Private;
        }
    }
}
