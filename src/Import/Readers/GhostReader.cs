using System.Globalization;
using System.Text.Json;
using Blog.Import.Blogger;
using Blog.Model;
using NodaTime;

namespace Blog.Import.Readers;

/// <summary>Reads Ghost's JSON export: posts and pages, with their tags and writers, and members' comments where it has them.</summary>
/// <remarks>
/// The tables stand in any order, so the file is read twice: first the small ones. Ids are ObjectIds, which begin with the second they were made
/// in; so they never become public ids.
/// </remarks>
internal sealed class GhostReader : ISourceReader
{
    private const string GhostUrl = "__GHOST_URL__";

    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        var tables = Tables.Read(input);
        var mended = 0;
        yield return new ImportedSource
        {
            Format = "ghost",
            Key = "ghost", // an export does not say whose it is; its ids are unique over all of them
            Title = PlainTitle.Read(tables.Title, isHtml: false, ref mended),
            Address = tables.Address,
        };
        var conversion = new Conversion(tables, input.Zone);
        using var stream = input.Main.Open();
        using var walk = JsonItems.Under(stream, "data").GetEnumerator();
        while (true)
        {
            bool more;
            try
            {
                more = walk.MoveNext();
            }
            catch (JsonException)
            {
                // Its message may hold text of the source.
                more = false;
                tally.Gaps++;
            }

            if (!more)
            {
                break;
            }

            var (array, item) = walk.Current;
            if (array is "posts" or "comments")
            {
                tally.EntriesSeen++;
                yield return array == "posts" ? conversion.Post(item, tally.EntriesSeen) : conversion.Comment(item, tally.EntriesSeen);
            }
        }

        if (tally.Gaps > 0)
        {
            yield return new SkippedEntry("end of file", "unreadable: the file is no JSON from here on, or breaks off", Lost: true);
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            _ => null,
        } : null;

    /// <summary>The small tables that posts refer to.</summary>
    private sealed class Tables
    {
        private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<(int Order, string Tag)>> _tagsOf = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<(int Order, string User)>> _writersOf = new(StringComparer.Ordinal);

        public string? Title { get; private set; }

        public string? Address { get; private set; }

        public static Tables Read(SourceInput input)
        {
            var tables = new Tables();
            using var stream = input.Main.Open();
            try
            {
                foreach (var (array, item) in JsonItems.Under(stream, "data"))
                {
                    tables.Add(array, item);
                }
            }
            catch (JsonException)
            {
                // The second reading says so.
            }

            return tables;
        }

        public IEnumerable<string> TagsOf(string post) =>
            _tagsOf.GetValueOrDefault(post, []).OrderBy(tag => tag.Order).Select(tag => _tags.GetValueOrDefault(tag.Tag)).OfType<string>().Where(tag => !tag.StartsWith('#')); // "#name" is for the editors

        public string? WriterOf(string? post, string? user) =>
            (post is null ? null : _writersOf.GetValueOrDefault(post, []).OrderBy(writer => writer.Order).Select(writer => _users.GetValueOrDefault(writer.User)).FirstOrDefault())
            ?? (user is null ? null : _users.GetValueOrDefault(user));

        public string? Member(string? id) => id is null ? null : _members.GetValueOrDefault(id);

        private void Add(string array, JsonElement item)
        {
            switch (array)
            {
                case "tags" when Text(item, "id") is { } id && Text(item, "name") is { } name:
                    _tags.TryAdd(id, name);
                    break;
                case "users" when Text(item, "id") is { } id && Text(item, "name") is { } name:
                    _users.TryAdd(id, name);
                    break;
                case "members" when Text(item, "id") is { } id && Text(item, "name") is { } name:
                    _members.TryAdd(id, name);
                    break;
                case "posts_tags" when Text(item, "post_id") is { } post && Text(item, "tag_id") is { } tag:
                    Of(_tagsOf, post).Add((Order(item), tag));
                    break;
                case "posts_authors" when Text(item, "post_id") is { } post && Text(item, "author_id") is { } user:
                    Of(_writersOf, post).Add((Order(item), user));
                    break;
                case "settings" when Text(item, "key") == "title":
                    Title = Text(item, "value");
                    break;
                case "settings" when Text(item, "key") is "url" or "site_url":
                    Address = BloggerPermalink.WebAddress(Text(item, "value"));
                    break;
            }
        }

        private static int Order(JsonElement item) => int.TryParse(Text(item, "sort_order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0;

        private static List<(int, string)> Of(Dictionary<string, List<(int, string)>> lists, string key)
        {
            if (!lists.TryGetValue(key, out var list))
            {
                lists.Add(key, list = []);
            }

            return list;
        }
    }

    private sealed class Conversion(Tables tables, DateTimeZone zone)
    {
        private readonly EntryTexts _texts = new(tables.Address);
        private readonly SeenIds _ids = new();
        private long _ordinal;

        public ImportedEntry Post(JsonElement item, long number)
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                return new SkippedEntry(string.Create(CultureInfo.InvariantCulture, $"post {number}"), "unreadable: it is no object", Lost: true);
            }

            _texts.Begin();
            var flags = new List<string>();
            var id = Text(item, "id");
            if (id is null)
            {
                flags.Add(EntryFlags.NoId);
            }

            var slug = Text(item, "slug");
            var visibility = Status(item, flags);
            var published = Time(Text(item, "published_at") ?? Text(item, "created_at"));
            if (published is null)
            {
                flags.Add(EntryTimes.Lost);
            }

            var permalink = slug is null ? null : BloggerPermalink.Path($"http://old-blog.invalid/{slug}/", blogAddress: null);
            if (permalink is null && visibility == Visibility.Public)
            {
                flags.Add(BloggerFlags.NoPermalink);
            }

            var html = Text(item, "html");
            if (html is null && (Text(item, "lexical") ?? Text(item, "mobiledoc")) is { Length: > 200 })
            {
                flags.Add(EntryFlags.Part); // Ghost's own form of the text, which no reader saw
            }

            var title = _texts.Line(Text(item, "title"));
            var markup = html?.Replace(GhostUrl, (tables.Address ?? string.Empty).TrimEnd('/'), StringComparison.Ordinal)
                ?? (Text(item, "plaintext") is { } plain ? System.Net.WebUtility.HtmlEncode(plain) : string.Empty);
            return new ImportedPost
            {
                SourceId = _ids.Distinct("id:" + (id ?? string.Create(CultureInfo.InvariantCulture, $"{number}")), out _),
                Kind = Text(item, "type") == "page" || Text(item, "page") == "1" ? EntryKind.Page : EntryKind.Post,
                Visibility = visibility,
                Title = title,
                Permalink = permalink,
                Published = published,
                Changed = Time(Text(item, "updated_at"))?.Value,
                Author = tables.WriterOf(id, Text(item, "author_id")) is { } writer ? new ImportedAuthor { Name = _texts.Line(writer) } : null,
                Labels = _texts.Labels(id is null ? [] : tables.TagsOf(id)),
                Series = SeriesTitle.Parse(title),
                Body = _texts.Prepared(html, markup, newlinesAreBreaks: html is null),
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        public ImportedEntry Comment(JsonElement item, long number)
        {
            if (Text(item, "post_id") is not { } post)
            {
                return new SkippedEntry(string.Create(CultureInfo.InvariantCulture, $"comment {number}"), "unreadable: the comment does not say to which post it belongs", Lost: true);
            }

            _texts.Begin();
            var flags = new List<string>();
            var status = Text(item, "status");
            var visibility = status switch
            {
                "published" => Visibility.Public,
                "deleted" => Visibility.Trashed,
                "hidden" => Visibility.Private,
                _ => Visibility.Pending,
            };
            if (visibility == Visibility.Pending)
            {
                flags.Add(EntryFlags.UnknownStatus);
            }

            var published = Time(Text(item, "created_at"));
            if (published is null)
            {
                flags.Add(EntryTimes.Lost);
            }

            var author = tables.Member(Text(item, "member_id")) is { } name ? new ImportedAuthor { Name = _texts.Line(name) } : null;
            return new ImportedComment
            {
                SourceId = Text(item, "id") is { } id ? _ids.Distinct("id:" + id, out _) : null,
                PostSourceId = "id:" + post,
                ParentSourceId = (Text(item, "in_reply_to_id") ?? Text(item, "parent_id")) is { } parent ? "id:" + parent : null,
                Visibility = visibility,
                State = CommentState.Published,
                Author = author,
                Published = published,
                Changed = Time(Text(item, "updated_at"))?.Value,
                Body = _texts.Comment(Text(item, "html")),
                Flags = flags,
                Ordinal = _ordinal++,
            };
        }

        private static Visibility Status(JsonElement item, List<string> flags)
        {
            var audience = Text(item, "visibility");
            if (audience is not (null or "public"))
            {
                flags.Add(EntryFlags.ForSubscribers);
            }

            switch (Text(item, "status"))
            {
                case "published":
                    return audience is null or "public" ? Visibility.Public : Visibility.Private;
                case "draft":
                    return Visibility.Draft;
                case "scheduled":
                    return Visibility.Scheduled;
                case "sent":
                    flags.Add(EntryFlags.ForSubscribers); // by e-mail only
                    return Visibility.Private;
                default:
                    flags.Add(EntryFlags.UnknownStatus);
                    return Visibility.Private;
            }
        }

        /// <summary>Milliseconds since 1970 (old exports) or an RFC 3339 time.</summary>
        private ImportedTime? Time(string? text)
        {
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
            {
                return EntryTimes.Milliseconds(milliseconds) is { } instant ? EntryTimes.InZone(instant, zone) : null;
            }

            if (Rfc3339.TryParse(text, out var time))
            {
                return EntryTimes.InZone(time.Value, zone);
            }

            return EntryTimes.TryClock(text, out var clock, "yyyy-MM-dd HH:mm:ss") ? EntryTimes.InZone(new DateTimeOffset(clock, TimeSpan.Zero), zone) : null;
        }
    }
}
