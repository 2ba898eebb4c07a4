using System.Text.Encodings.Web;
using System.Text.Json;

namespace Blog.Search.Index;

/// <summary>What a result shows of a unit before its page is fetched.</summary>
/// <param name="Path">Path of the post's first page within the site.</param>
/// <param name="Title">The post's title.</param>
/// <param name="Part">Part of the thread, from 1.</param>
/// <param name="Anchor">Its anchor; empty for a post.</param>
/// <param name="Number">The number readers see; empty for a post.</param>
/// <param name="Author">Name or pseudonym.</param>
/// <param name="Date">Date in machine form.</param>
/// <param name="Text">Its opening words; marks as in <see cref="Units.UnitText"/>.</param>
public sealed record UnitExcerpt(string Path, string Title, int Part, string Anchor, string Number, string Author, string Date, string Text)
{
    private const int Fields = 8;

    // The files are never part of a page; their bytes count.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Its address within the site, without a leading slash: <c>2016/03/x.p2.html#c123</c>.</summary>
    public string Address
    {
        get
        {
            var page = Part == 1 ? Path : FormattableString.Invariant($"{Path[..^".html".Length]}.p{Part}.html");
            return Anchor.Length == 0 ? page : page + "#" + Anchor;
        }
    }

    /// <summary>A file of excerpts: the one form that they have (docs/search-format.md).</summary>
    /// <param name="excerpts">Unit numbers, rising, with what is shown of each.</param>
    internal static byte[] WriteFile(IReadOnlyList<(int Unit, UnitExcerpt Excerpt)> excerpts)
    {
        var threads = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var (_, excerpt) in excerpts.Where(item => threads.TryAdd(item.Excerpt.Path, threads.Count)))
            {
                json.WriteStringValue(excerpt.Path);
                json.WriteStringValue(excerpt.Title);
            }

            json.WriteEndArray();
            json.WriteStartArray();
            var before = 0;
            foreach (var (unit, excerpt) in excerpts)
            {
                json.WriteNumberValue(unit - before);
                json.WriteNumberValue(threads[excerpt.Path]);
                json.WriteNumberValue(excerpt.Part);
                json.WriteStringValue(excerpt.Anchor);
                json.WriteStringValue(excerpt.Number);
                json.WriteStringValue(excerpt.Author);
                json.WriteStringValue(excerpt.Date);
                json.WriteStringValue(excerpt.Text);
                before = unit;
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    /// <summary>The excerpts of a file by unit number (see <see cref="ExcerptFiles"/>).</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static IReadOnlyDictionary<int, UnitExcerpt> ReadFile(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var threads = json.RootElement[0].EnumerateArray().Select(StringOf).ToList();
            var fields = json.RootElement[1].EnumerateArray().ToList();
            var excerpts = new Dictionary<int, UnitExcerpt>();
            var unit = 0;
            for (var at = 0; at + Fields <= fields.Count; at += Fields)
            {
                unit += fields[at].GetInt32();
                var thread = fields[at + 1].GetInt32() * 2;
                excerpts.Add(unit, new UnitExcerpt(threads[thread], threads[thread + 1], fields[at + 2].GetInt32(), StringOf(fields[at + 3]), StringOf(fields[at + 4]), StringOf(fields[at + 5]), StringOf(fields[at + 6]), StringOf(fields[at + 7])));
            }

            return excerpts;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A file of excerpts cannot be read. Build the site again.", e);
        }
    }

    private static string StringOf(JsonElement element) => element.GetString() ?? string.Empty;
}
