using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Model;

namespace Blog.Source;

/// <summary>Reads and writes <c>glossary.yml</c>: the abbreviations that the editor confirmed, with the time in which they were in use (docs/glossary.md).</summary>
public static partial class GlossaryFile
{
    /// <summary>Its name within <c>input/</c>.</summary>
    public const string FileName = "glossary.yml";

    /// <summary>Most bytes of it.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads it: each abbreviation with its meaning as a text, or as a map of <c>means</c>, <c>from</c> and <c>to</c>.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="path">Its path within <c>input/</c>, for messages.</param>
    /// <exception cref="SourceException">It has problems; all of them are named.</exception>
    public static IReadOnlyDictionary<string, GlossaryEntry> Read(ReadOnlySpan<byte> utf8, string path)
    {
        var yaml = SourceLines.Decode(utf8, path, []);
        if (string.IsNullOrWhiteSpace(yaml))
        {
            return new Dictionary<string, GlossaryEntry>();
        }

        if (YamlEventReader.Read(yaml, path, firstLine: 1) is not YamlValue.Map map)
        {
            throw new SourceException(path, 1, "The glossary is not a list of 'abbreviation: meaning' lines. Write e.g. PK: Principal keeper.");
        }

        var problems = new List<SourceFinding>();
        var fields = new YamlFields(map, null, path, string.Empty, problems);
        var entries = new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (ReadEntry(fields, entry, problems) is { } meaning)
            {
                entries.TryAdd(entry.Key, meaning);
            }
        }

        problems.Sort(SourceFinding.Compare);
        return problems.Count == 0 ? entries : throw new SourceException(problems);
    }

    /// <summary>The file's bytes: by abbreviation (ordinal), a line each.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, GlossaryEntry> entries)
    {
        var yaml = new StringBuilder();
        foreach (var (term, entry) in entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yaml.Append(YamlScalar.Write(term)).Append(": {means: ").Append(YamlScalar.Write(entry.Means));
            Put(yaml, "from", entry.From);
            Put(yaml, "to", entry.To);
            yaml.Append("}\n");
        }

        return Encoding.UTF8.GetBytes(yaml.ToString());
    }

    private static void Put(StringBuilder yaml, string key, string? time)
    {
        if (time is not null)
        {
            yaml.Append(CultureInfo.InvariantCulture, $", {key}: \"{time}\"");
        }
    }

    private static GlossaryEntry? ReadEntry(YamlFields fields, YamlEntry entry, List<SourceFinding> problems)
    {
        if (entry.Value is YamlValue.Text)
        {
            return fields.Text(entry.Key) is { } text ? new GlossaryEntry(text) : null;
        }

        if (fields.Map(entry.Key, ["means", "from", "to"]) is not { } map)
        {
            return null;
        }

        var before = problems.Count;
        var means = map.Required("means", "Write what the abbreviation stands for.");
        var read = new GlossaryEntry(means, Time(map, "from"), Time(map, "to"));
        return problems.Count == before ? read : null;
    }

    private static string? Time(YamlFields map, string key)
    {
        if (map.Text(key) is not { } text || YearOrMonth().IsMatch(text))
        {
            return map.Text(key);
        }

        map.Problem(key, $"'{key}' is a year or a month. Write 2014 or 2014-02.");
        return null;
    }

    [GeneratedRegex(@"\A[0-9]{4}(-(0[1-9]|1[0-2]))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearOrMonth();
}
