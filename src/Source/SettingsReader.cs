using System.Text.RegularExpressions;
using Blog.Model;
using NodaTime;

namespace Blog.Source;

/// <summary>Reads <c>site.yml</c> (docs/blog-folder.md); what it does not say is as strict as can be.</summary>
public static partial class SettingsReader
{
    /// <summary>Most bytes of a settings file.</summary>
    public const int MaxBytes = 1024 * 1024;

    internal static readonly string[] Keys =
        ["title", "address", "description", "language", "timeZone", "editor", "pageSizes", "anonymity", "names", "publicNames", "labels", "series", "submissions", "comments", "oldBlog", "mail", "onion", "discreet", "leave", "offline", "glossary"];

    /// <summary>Reads the settings.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="path">Its path within <c>input/</c>, for messages.</param>
    /// <exception cref="SourceException">It has problems; all of them are named.</exception>
    public static SiteSettings Read(ReadOnlySpan<byte> utf8, string path)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new SourceException(path, 0, "The settings file is larger than 1 MB, which no settings are. Restore it, or make one with 'init'.");
        }

        var yaml = SourceLines.Decode(utf8, path, []);
        if (YamlEventReader.Read(yaml, path, firstLine: 1) is not YamlValue.Map map)
        {
            throw new SourceException(path, 1, "The settings are not a list of 'key: value' lines. Write at least 'title: …' and 'address: https://…'.");
        }

        var problems = new List<SourceFinding>();
        var settings = Map(new YamlFields(map, Keys, path, string.Empty, problems));
        if (problems.Count > 0)
        {
            problems.Sort(SourceFinding.Compare);
            throw new SourceException(problems);
        }

        return settings;
    }

    /// <summary>Says why an address cannot be a site's; null where it can.</summary>
    public static string? WhyNotAddress(string address) => address switch
    {
        _ when address.Length > 500 => "It is longer than 500 characters.",
        _ when address.EndsWith('/') => "Leave out the slash at its end.",
        _ when !Address().IsMatch(address) => "It is http:// or https://, a host in small letters and perhaps a path, e.g. https://example.org or https://example.org/blog.",
        _ => null,
    };

    private static SiteSettings Map(YamlFields fields)
    {
        var defaults = new SiteSettings { Title = string.Empty, Address = string.Empty };
        var names = fields.Map("names", ["keep"]);
        return new SiteSettings
        {
            Title = fields.Required("title", "Write the name of the blog: title: …"),
            Address = ReadAddress(fields),
            Description = fields.Text("description"),
            Language = ReadLanguage(fields) ?? defaults.Language,
            TimeZone = ReadTimeZone(fields) ?? defaults.TimeZone,
            Editor = fields.Text("editor"),
            PageSizes = ReadPageSizes(fields, defaults.PageSizes),
            Anonymity = ReadAnonymity(fields, defaults.Anonymity),
            KeptNames = names?.Texts("keep") ?? [],
            PublicNames = fields.Texts("publicNames"),
            Labels = fields.Pairs("labels"),
            Series = fields.Pairs("series"),
            Submissions = ReadSubmissions(fields),
            Comments = fields.Word("comments", SettingsWords.Comments) ?? defaults.Comments,
            OldBlog = ReadOldBlog(fields),
            Mail = ReadMatching(fields, "mail", Mail(), "a mail address, e.g. editors@example.org"),
            Onion = ReadMatching(fields, "onion", Onion(), "the address of an onion service without a slash at its end: http:// and 56 letters and digits, .onion"),
            Discreet = fields.Switch("discreet", absent: defaults.Discreet),
            Leave = fields.Text("leave") switch
            {
                null => defaults.Leave,
                "off" => null,
                _ => ReadMatching(fields, "leave", Leave(), "off, or an address that begins with https:// without quotation marks or blanks"),
            },
            Offline = fields.Switch("offline"),
            Glossary = fields.Pairs("glossary").ToDictionary(entry => entry.Key, entry => new GlossaryEntry(entry.Value), StringComparer.Ordinal),
        };
    }

    private static string ReadAddress(YamlFields fields)
    {
        var address = fields.Required("address", "Write where the site will stand: address: https://example.org");
        if (address.Length > 0 && WhyNotAddress(address) is { } why)
        {
            fields.Problem("address", $"'address' cannot be the site's address. {why}");
        }

        return address;
    }

    private static string? ReadLanguage(YamlFields fields)
    {
        var language = fields.Text("language");
        if (language is not null && !Language().IsMatch(language))
        {
            fields.Problem("language", "'language' is a language tag (BCP 47). Write one, e.g. en-GB.");
        }

        return language;
    }

    private static string? ReadTimeZone(YamlFields fields)
    {
        var zone = fields.Text("timeZone");
        if (zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            var hint = NearestWord.Find(zone, DateTimeZoneProviders.Tzdb.Ids) is { } near ? $"did you mean '{near}'?" : "write one, e.g. Europe/London.";
            fields.Problem("timeZone", $"'timeZone' is not a zone of the IANA list; {hint}");
        }

        return zone;
    }

    private static PageSizes ReadPageSizes(YamlFields fields, PageSizes defaults) => fields.Map("pageSizes", ["home", "list", "feed", "comments"]) is { } sizes
        ? new PageSizes(
            sizes.Number("home", 1, 200) ?? defaults.Home,
            sizes.Number("list", 1, 500) ?? defaults.List,
            sizes.Number("feed", 1, 500) ?? defaults.Feed,
            sizes.Number("comments", 1, 500) ?? defaults.Comments)
        : defaults;

    private static AnonymityPolicy ReadAnonymity(YamlFields fields, AnonymityPolicy defaults) =>
        fields.Map("anonymity", ["commenters", "times", "oldIds", "legacyMasks", "citedTimes"]) is { } policy
            ? new AnonymityPolicy
            {
                Commenters = policy.Word("commenters", SettingsWords.Commenters) ?? defaults.Commenters,
                Times = policy.Word("times", SettingsWords.Times) ?? defaults.Times,
                OldIds = policy.Word("oldIds", SettingsWords.OldIds) ?? defaults.OldIds,
                LegacyMasks = policy.Word("legacyMasks", SettingsWords.LegacyMasks) ?? defaults.LegacyMasks,
                CitedTimes = policy.Word("citedTimes", SettingsWords.CitedTimes) ?? defaults.CitedTimes,
            }
            : defaults;

    private static SubmissionSettings? ReadSubmissions(YamlFields fields)
    {
        if (fields.Map("submissions", ["endpoint"]) is not { } map)
        {
            return null;
        }

        switch (map.Text("endpoint"))
        {
            case null or "netlify":
                return new SubmissionSettings(SubmissionEndpoint.Netlify, null);
            case "file":
                return new SubmissionSettings(SubmissionEndpoint.File, null);
            case var url when Endpoint().IsMatch(url):
                return new SubmissionSettings(SubmissionEndpoint.Url, url);
            default:
                map.Problem("endpoint", "'submissions.endpoint' is netlify, file, or an address that begins with https:// and holds letters, digits and -._~/ only.");
                return null;
        }
    }

    private static string? ReadOldBlog(YamlFields fields)
    {
        var address = fields.Text("oldBlog");
        if (address is not null && WhyNotAddress(address) is { } why)
        {
            fields.Problem("oldBlog", $"'oldBlog' cannot be a blog's address. {why}");
        }

        return address;
    }

    private static string? ReadMatching(YamlFields fields, string key, Regex form, string what)
    {
        var text = fields.Text(key);
        if (text is not null && !form.IsMatch(text))
        {
            fields.Problem(key, $"'{key}' is {what}.");
            return null;
        }

        return text;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._+-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>Version 3 of onion services: base32 of key, checksum and version.</summary>
    [GeneratedRegex(@"\Ahttps?://[a-z2-7]{56}\.onion\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Onion();

    [GeneratedRegex(@"\Ahttps://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?(/[A-Za-z0-9._~/?&=%#+-]*)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Leave();

    /// <summary>An address that goes into a page's policy as it stands: nothing that could end or widen it.</summary>
    [GeneratedRegex(@"\Ahttps://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?(/[A-Za-z0-9._~-]*)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Endpoint();

    /// <summary>Strict on purpose: the address is written into every page, feed and sitemap, and a browser must read it as we do.</summary>
    [GeneratedRegex(@"\Ahttps?://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
