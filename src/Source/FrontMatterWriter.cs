using System.Globalization;
using System.Text;
using Blog.Model;

namespace Blog.Source;

/// <summary>Writes front matter in its canonical form: DESIGN's keys in their order, one line each, absent ones left out.</summary>
public static class FrontMatterWriter
{
    /// <summary>The front matter with its two '---' lines.</summary>
    /// <remarks>Values are brought into their canonical form (<see cref="SourceText.CanonicalValue"/>) on the way.</remarks>
    /// <exception cref="ArgumentException">The address cannot be a post's, or consent is missing from a guest post.</exception>
    public static string Write(PostFrontMatter frontMatter)
    {
        if (frontMatter.Id.Value is null)
        {
            throw new ArgumentException("A post without an id cannot be written.", nameof(frontMatter));
        }

        if (PostUrl.WhyNot(frontMatter.Url) is { } why)
        {
            throw new ArgumentException($"The address of post {frontMatter.Id} cannot be written. {why}", nameof(frontMatter));
        }

        if (frontMatter.Provenance == Provenance.Guest && frontMatter.Consent is null)
        {
            throw new ArgumentException($"Post {frontMatter.Id} is a guest's and has no consent, so it must not be written.", nameof(frontMatter));
        }

        var yaml = new StringBuilder("---\n");
        Put(yaml, "id", Text(frontMatter.Id.Value));
        Put(yaml, "title", Text(frontMatter.Title));
        Put(yaml, "date", frontMatter.Date?.ToString());
        Put(yaml, "updated", frontMatter.Updated?.ToString());
        Put(yaml, "author", Text(frontMatter.Author));
        Put(yaml, "labels", Labels(frontMatter.Labels));
        Put(yaml, "series", Series(frontMatter.Series));
        Put(yaml, "summary", Text(frontMatter.Summary));
        Put(yaml, "url", frontMatter.Url); // begins with '/' and holds no sign of YAML's
        Put(yaml, "aliases", frontMatter.Aliases.Count == 0 ? null : YamlScalar.WriteList(frontMatter.Aliases.Select(OldPath.Write).Distinct(StringComparer.Ordinal)));
        Put(yaml, "draft", frontMatter.Draft ? "true" : null);
        Put(yaml, "until", frontMatter.Until?.ToString());
        Put(yaml, "consent", ConsentMap(frontMatter.Consent));
        Put(yaml, "comments", frontMatter.Comments is { } comments ? SettingsWords.Of(SettingsWords.Comments, comments) : null);
        Put(yaml, "provenance", FrontMatterReader.ToWord(frontMatter.Provenance));
        return yaml.Append("---\n").ToString();
    }

    private static string? Text(string? value) => SourceText.CanonicalValue(value) is { } text ? YamlScalar.Write(text) : null;

    private static string? Labels(IReadOnlyList<string> labels)
    {
        var texts = labels.Select(SourceText.CanonicalValue).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return texts.Count == 0 ? null : YamlScalar.WriteList(texts);
    }

    private static string? Series(SeriesPlace? series)
    {
        if (Text(series?.Name) is not { } name)
        {
            return null;
        }

        return series?.Number is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{{name: {name}, number: {number}}}")
            : $"{{name: {name}}}";
    }

    private static string? ConsentMap(Consent? consent) => consent is null
        ? null
        : $"{{sha256: {YamlScalar.Write(consent.Sha256)}, scope: {YamlScalar.Write(consent.Scope)}{(consent.Until is { } until ? $", until: {until}" : string.Empty)}}}";

    private static void Put(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append(key).Append(": ").Append(value).Append('\n');
        }
    }
}
