using System.Globalization;
using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Writes <c>site.yml</c> in its canonical form.</summary>
public static class SettingsWriter
{
    /// <summary>The file's bytes: every key in the order of docs/blog-folder.md, the policies always, texts and lists only where there are any.</summary>
    /// <exception cref="ArgumentException">Title or address cannot be a site's.</exception>
    public static byte[] Write(SiteSettings settings)
    {
        if (SourceText.CanonicalValue(settings.Title) is not { } title)
        {
            throw new ArgumentException("The title is empty.", nameof(settings));
        }

        if (SettingsReader.WhyNotAddress(settings.Address) is { } why)
        {
            throw new ArgumentException($"The address cannot be a site's. {why}", nameof(settings));
        }

        var yaml = new StringBuilder();
        PutText(yaml, "title", title);
        yaml.Append("address: ").Append(settings.Address).Append('\n'); // "://" is no ": "
        PutText(yaml, "description", settings.Description);
        PutText(yaml, "language", settings.Language);
        PutText(yaml, "timeZone", settings.TimeZone);
        PutText(yaml, "editor", settings.Editor);
        yaml.Append(CultureInfo.InvariantCulture, $"pageSizes: {{home: {settings.PageSizes.Home}, list: {settings.PageSizes.List}, feed: {settings.PageSizes.Feed}, comments: {settings.PageSizes.Comments}}}\n");
        PutAnonymity(yaml, settings.Anonymity);
        if (settings.KeptNames.Count > 0)
        {
            yaml.Append("names:\n");
            PutList(yaml, "  ", "keep", settings.KeptNames);
        }

        PutList(yaml, string.Empty, "publicNames", settings.PublicNames);
        PutPairs(yaml, "labels", settings.Labels);
        PutPairs(yaml, "series", settings.Series);
        PutSubmissions(yaml, settings);
        PutForReaders(yaml, settings);
        PutPairs(yaml, "glossary", settings.Glossary.ToDictionary(entry => entry.Key, entry => entry.Value.Means, StringComparer.Ordinal));
        return Encoding.UTF8.GetBytes(yaml.ToString());
    }

    private static void PutSubmissions(StringBuilder yaml, SiteSettings settings)
    {
        if (settings.Submissions is { } submissions)
        {
            var endpoint = submissions.Endpoint switch
            {
                SubmissionEndpoint.Netlify => "netlify",
                SubmissionEndpoint.File => "file",
                SubmissionEndpoint.Url => submissions.Url,
                _ => throw new ArgumentOutOfRangeException(nameof(settings), submissions.Endpoint, "No such endpoint."),
            };
            yaml.Append("submissions: {endpoint: \"").Append(endpoint).Append("\"}\n");
        }

        if (settings.Comments != CommentWay.Closed)
        {
            yaml.Append("comments: ").Append(SettingsWords.Of(SettingsWords.Comments, settings.Comments)).Append('\n');
        }

        if (settings.OldBlog is { } old)
        {
            yaml.Append("oldBlog: ").Append(old).Append('\n');
        }
    }

    private static void PutForReaders(StringBuilder yaml, SiteSettings settings)
    {
        Put("mail", settings.Mail);
        Put("onion", settings.Onion);
        Put("discreet", settings.Discreet ? null : "false");
        Put("leave", settings.Leave is null ? "off" : settings.Leave == SiteSettings.DefaultLeave ? null : settings.Leave);
        Put("offline", settings.Offline ? "true" : null);

        void Put(string key, string? value)
        {
            if (value is not null)
            {
                yaml.Append(key).Append(": ").Append(value).Append('\n'); // none of the forms that are read needs quotes
            }
        }
    }

    private static void PutAnonymity(StringBuilder yaml, AnonymityPolicy policy)
    {
        yaml.Append("anonymity:\n");
        Put("commenters", SettingsWords.Of(SettingsWords.Commenters, policy.Commenters));
        Put("times", SettingsWords.Of(SettingsWords.Times, policy.Times));
        Put("oldIds", SettingsWords.Of(SettingsWords.OldIds, policy.OldIds));
        Put("legacyMasks", SettingsWords.Of(SettingsWords.LegacyMasks, policy.LegacyMasks));
        Put("citedTimes", SettingsWords.Of(SettingsWords.CitedTimes, policy.CitedTimes));

        void Put(string key, string word) => yaml.Append("  ").Append(key).Append(": ").Append(word).Append('\n');
    }

    private static void PutText(StringBuilder yaml, string key, string? value)
    {
        if (SourceText.CanonicalValue(value) is { } text)
        {
            yaml.Append(key).Append(": ").Append(YamlScalar.Write(text)).Append('\n');
        }
    }

    private static void PutList(StringBuilder yaml, string indent, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        yaml.Append(indent).Append(key).Append(":\n");
        foreach (var text in values.Select(SourceText.CanonicalValue).OfType<string>())
        {
            yaml.Append(indent).Append("  - ").Append(YamlScalar.Write(text)).Append('\n');
        }
    }

    private static void PutPairs(StringBuilder yaml, string key, IReadOnlyDictionary<string, string> pairs)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        yaml.Append(key).Append(":\n");
        foreach (var (name, text) in pairs)
        {
            if (SourceText.CanonicalValue(name) is { } cleanName && SourceText.CanonicalValue(text) is { } cleanText)
            {
                yaml.Append("  ").Append(YamlScalar.Write(cleanName)).Append(": ").Append(YamlScalar.Write(cleanText)).Append('\n');
            }
        }
    }
}
