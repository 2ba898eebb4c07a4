using System.Text.Json;
using System.Text.Encodings.Web;
using Blog.Search.Units;

namespace Blog.Bench.Search;

/// <summary>The units of a built site in the order of the index, for other search engines to index.</summary>
internal static class OracleUnits
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All units, oldest first, with the labels of their posts.</summary>
    public static IReadOnlyList<(UnitPage Page, PageUnit Unit, IReadOnlyList<string> Labels)> Read(string site)
    {
        var reader = new UnitReader();
        var pages = Pages(site).Select(path => reader.Read(path, File.ReadAllBytes(Path.Combine(site, path)))).OfType<UnitPage>().ToList();
        var labels = pages.Where(page => page.Part == 1).ToDictionary(page => page.PostPath, page => page.Labels, StringComparer.Ordinal);
        return
        [
            .. pages.SelectMany(page => page.Units.Select(unit => (page, unit, labels[page.PostPath])))
                .OrderBy(item => item.unit.Date, StringComparer.Ordinal).ThenBy(item => item.unit.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes them as lines of JSON: id, kind, url, title, author, date, text, labels. Marks become a stop word, which has a position and no term.</summary>
    public static void Write(IEnumerable<(UnitPage Page, PageUnit Unit, IReadOnlyList<string> Labels)> units, Stream target)
    {
        foreach (var (page, unit, labels) in units)
        {
            using (var json = new Utf8JsonWriter(target, Json))
            {
                json.WriteStartObject();
                json.WriteString("id", unit.Id);
                json.WriteString("kind", unit.Kind == UnitKind.Post ? "post" : "comment");
                json.WriteString("url", "/" + page.PostPath + (unit.Anchor.Length == 0 ? string.Empty : "#" + unit.Anchor));
                json.WriteString("title", UnitText.WithStopWords(unit.Title));
                json.WriteString("author", UnitText.WithStopWords(unit.Author));
                json.WriteString("date", Day(unit.Date));
                json.WriteString("text", UnitText.WithStopWords(unit.Text));
                json.WriteStartArray("labels");
                foreach (var label in labels)
                {
                    json.WriteStringValue(label);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            target.WriteByte((byte)'\n');
        }
    }

    /// <summary>Paths of the pages of a site, sorted.</summary>
    internal static List<string> Pages(string site) =>
        [.. Directory.EnumerateFiles(site, "*.html", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(site, file)).Order(StringComparer.Ordinal)];

    private static string Day(string date) => date.Length switch
    {
        0 => "0001-01-01",
        4 => date + "-01-01",
        7 => date + "-01",
        _ => date[..10],
    };
}
