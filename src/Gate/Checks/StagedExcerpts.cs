using System.Text.Encodings.Web;
using System.Text.Json;
using Blog.Search.Index;

namespace Blog.Gate.Checks;

/// <summary>Writes a file of excerpts anew from what was read of it: where the bytes are others, it holds something that no reader reads.</summary>
internal static class StagedExcerpts
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes that the format has for the excerpts (docs/search-format.md).</summary>
    public static byte[] ToBytes(IReadOnlyDictionary<int, UnitExcerpt> excerpts)
    {
        var threads = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var (_, excerpt) in excerpts.OrderBy(item => item.Key).Where(item => threads.TryAdd(item.Value.Path, threads.Count)))
            {
                json.WriteStringValue(excerpt.Path);
                json.WriteStringValue(excerpt.Title);
            }

            json.WriteEndArray();
            json.WriteStartArray();
            var before = 0;
            foreach (var (unit, excerpt) in excerpts.OrderBy(item => item.Key))
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
}
