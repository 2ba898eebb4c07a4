using System.Text.RegularExpressions;
using Blog.Model;

namespace Blog.Source;

/// <summary>Reads the front matter of a post or page (docs/blog-folder.md).</summary>
public static partial class FrontMatterReader
{
    /// <summary>Most bytes that front matter may take, its two '---' lines included.</summary>
    public const int MaxBytes = 64 * 1024;

    internal static readonly string[] Keys =
        ["id", "title", "date", "updated", "author", "labels", "series", "summary", "url", "aliases", "draft", "until", "consent", "comments", "provenance"];

    private static readonly Dictionary<string, Provenance> Provenances = new(StringComparer.Ordinal)
    {
        ["editor"] = Provenance.Editor,
        ["blog"] = Provenance.Blog,
        ["capture"] = Provenance.Capture,
        ["guest"] = Provenance.Guest,
    };

    /// <summary>The words that <c>provenance</c> may have.</summary>
    internal static IEnumerable<string> ProvenanceWords => Provenances.Keys;

    /// <summary>Reads the front matter at the head of a file.</summary>
    /// <param name="utf8">The file, or as much of its beginning as holds the front matter.</param>
    /// <param name="path">Its path within <c>input/</c>, for messages and for the address where none is given.</param>
    /// <exception cref="SourceException">There is none, or it has problems; all of them are named.</exception>
    public static PostFrontMatter Read(ReadOnlySpan<byte> utf8, string path) => Read(utf8, path, [], out _);

    /// <summary>As <see cref="Read(ReadOnlySpan{byte}, string)"/>, with the findings on bytes and line ends and the place where the body begins.</summary>
    internal static PostFrontMatter Read(ReadOnlySpan<byte> utf8, string path, List<SourceFinding> findings, out int bodyStart)
    {
        var head = TakeHead(utf8, path, out bodyStart);
        var yaml = SourceLines.Decode(head, path, findings);
        yaml = yaml[(yaml.IndexOf('\n', StringComparison.Ordinal) + 1)..]; // without the first '---'
        var value = PlainYamlReader.TryRead(yaml, firstLine: 2) ?? YamlEventReader.Read(yaml, path, firstLine: 2);
        if (value is not YamlValue.Map map)
        {
            throw new SourceException(path, 2, "The front matter is not a list of 'key: value' lines. Write at least 'id: …' and 'title: …' between the two '---' lines.");
        }

        var problems = new List<SourceFinding>();
        var frontMatter = Map(new YamlFields(map, Keys, path, string.Empty, problems), path);
        if (problems.Count > 0)
        {
            problems.Sort(SourceFinding.Compare);
            throw new SourceException(problems);
        }

        return frontMatter;
    }

    /// <summary>Whether the beginning of a file holds its whole front matter (or shows that it has none).</summary>
    internal static bool HoldsHead(ReadOnlySpan<byte> utf8)
    {
        var position = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var line = 1; TryTakeLine(utf8, ref position, out var text) && position < utf8.Length; line++)
        {
            if (text.SequenceEqual("---"u8) == (line > 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of <see cref="Provenance"/> in files.</summary>
    internal static string ToWord(Provenance provenance) => Provenances.First(pair => pair.Value == provenance).Key;

    private static PostFrontMatter Map(YamlFields fields, string path)
    {
        var idText = fields.Required("id", "Give the post an id that nothing else in the blog has: 1 to 40 characters of a-z, 0-9 and '-'; 'new' writes one by itself.");
        if (!PostId.TryParse(idText, out var id) && idText.Length > 0)
        {
            fields.Problem("id", "'id' has other characters than a-z, 0-9 and '-', or more than 40. Put it right; a thread file names it too.");
        }

        var draft = fields.Switch("draft");
        var provenance = fields.Word("provenance", Provenances) ?? Provenance.Editor;
        if (draft && provenance != Provenance.Editor)
        {
            fields.Problem("draft", "'draft' is for the editor's own posts. Unpublished texts of others stay in the private store; delete the file from input/.");
        }

        var consent = ReadConsent(fields);
        if (provenance == Provenance.Guest && consent is null)
        {
            fields.Problem("provenance", "A guest post needs the consent of its writer: consent: {sha256: …, scope: whole}. Publish guest posts through 'guest', which writes it.");
        }

        return new PostFrontMatter
        {
            Id = id,
            Title = fields.Text("title"),
            Date = ReadDate(fields, "date"),
            Updated = ReadDate(fields, "updated"),
            Author = fields.Text("author"),
            Labels = fields.Texts("labels"),
            Series = ReadSeries(fields),
            Summary = fields.Text("summary"),
            Url = ReadUrl(fields, path),
            Aliases = ReadAliases(fields),
            Draft = draft,
            Until = ReadDay(fields, "until"),
            Consent = consent,
            Comments = fields.Word("comments", SettingsWords.Comments),
            Provenance = provenance,
        };
    }

    private static PublicDate? ReadDate(YamlFields fields, string key)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        if (DateText.TryRead(text, out var date, out _))
        {
            return date;
        }

        fields.Problem(key, $"'{key}' is not a date that can be understood in only one way: {DateText.Expected}.");
        return null;
    }

    private static PublicDate? ReadDay(YamlFields fields, string key)
    {
        var date = ReadDate(fields, key);
        if (date is null or { Precision: DatePrecision.Day })
        {
            return date;
        }

        fields.Problem(key, $"'{key}' is the last day on which the post may stand. Write a day: 2015-12-15.");
        return date;
    }

    private static SeriesPlace? ReadSeries(YamlFields fields) =>
        fields.Map("series", ["name", "number"]) is { } series
            ? new SeriesPlace(series.Required("name", "Write series: {name: Guest Blog, number: 47}."), series.Number("number", 1, 9_999_999))
            : null;

    private static Consent? ReadConsent(YamlFields fields)
    {
        if (fields.Map("consent", ["sha256", "scope", "until"]) is not { } consent)
        {
            return null;
        }

        var sha256 = consent.Required("sha256", "It is the fingerprint of the text that was consented to; 'guest' writes it.");
        if (sha256.Length > 0 && !Sha256().IsMatch(sha256))
        {
            consent.Problem("sha256", "'consent.sha256' is 64 characters of 0-9 and a-f. Publish guest posts through 'guest', which writes it.");
        }

        var scope = consent.Required("scope", "Write whole or extracts.");
        if (scope is not ("" or "whole" or "extracts"))
        {
            consent.Problem("scope", "'consent.scope' is whole or extracts. Write what the writer agreed to.");
        }

        return new Consent(sha256, scope, ReadDay(consent, "until"));
    }

    private static string ReadUrl(YamlFields fields, string path)
    {
        if (fields.Text("url") is { } url)
        {
            if (PostUrl.WhyNot(url) is { } why)
            {
                fields.Problem("url", $"'url' cannot be a post's address. {why}");
            }

            return url;
        }

        if (PostUrl.FromPath(path) is { } derived)
        {
            return derived;
        }

        fields.Problem("url", "'url' is missing, and none follows from the file's name. Write one, e.g. url: /2015/12/guest-blog-47.html, or give the file a name of a-z, 0-9 and '-' under posts/ or pages/.");
        return string.Empty;
    }

    private static IReadOnlyList<string> ReadAliases(YamlFields fields)
    {
        var aliases = fields.Texts("aliases");
        foreach (var alias in aliases)
        {
            if (OldPath.WhyNot(alias) is { } why)
            {
                fields.Problem("aliases", $"'aliases' are paths under which the post was found before. {why}");
            }
        }

        return aliases;
    }

    /// <summary>Finds the front matter: a first line '---' and the next line that is '---' again.</summary>
    private static ReadOnlySpan<byte> TakeHead(ReadOnlySpan<byte> utf8, string path, out int bodyStart)
    {
        var start = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        bodyStart = start;
        for (var line = 1; ; line++)
        {
            var from = bodyStart;
            if (!TryTakeLine(utf8, ref bodyStart, out var text))
            {
                throw line == 1
                    ? new SourceException(path, 1, "The file is empty. A post begins with its front matter between two '---' lines; 'new' makes one.")
                    : new SourceException(path, 1, "The front matter is not closed: a second line '---' is missing. Add it after the last key.");
            }

            if (line == 1)
            {
                if (!text.SequenceEqual("---"u8))
                {
                    throw new SourceException(path, 1, "The file does not begin with the line '---', so it has no front matter. A post begins with its keys between two '---' lines, at least id and title; 'new' makes one.");
                }
            }
            else if (text.SequenceEqual("---"u8))
            {
                return utf8[..from];
            }

            if (bodyStart - start > MaxBytes)
            {
                throw new SourceException(path, 1, "The front matter is longer than 64 KB, or its closing '---' line is missing. Add the line after the last key.");
            }
        }
    }

    private static bool TryTakeLine(ReadOnlySpan<byte> utf8, ref int position, out ReadOnlySpan<byte> line)
    {
        line = default;
        if (position >= utf8.Length)
        {
            return false;
        }

        var rest = utf8[position..];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        line = (end < 0 ? rest : rest[..end]).TrimEnd(" \t"u8);
        position = end < 0 ? utf8.Length
            : position + end + (rest[end] == (byte)'\r' && end + 1 < rest.Length && rest[end + 1] == (byte)'\n' ? 2 : 1);
        return true;
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
