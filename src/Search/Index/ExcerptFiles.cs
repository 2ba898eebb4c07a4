using System.Text.Encodings.Web;
using System.Text.Json;
using Blog.Search.Units;

namespace Blog.Search.Index;

/// <summary>Makes the files with what a result shows: where it is, who wrote it, when, and its opening words.</summary>
internal static class ExcerptFiles
{
    // The files are never part of a page; their bytes count.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files of each tier: at place i the units numbered from i * span on; null where there are none.</summary>
    /// <param name="units">All units.</param>
    /// <param name="threads">Threads by path.</param>
    /// <param name="spans">How many numbers a file spans, by tier.</param>
    public static IReadOnlyList<IReadOnlyList<byte[]?>> Write(UnitTable units, IReadOnlyDictionary<string, SearchThread> threads, IReadOnlyList<int> spans)
    {
        var numbers = spans.Select(span => new List<int>?[(units.Count / span) + 1]).ToList();
        for (var number = 0; number < units.Count; number++)
        {
            var tier = ExcerptTier.Of(units.Classes[units.TextClasses[number]]);
            (numbers[tier][number / spans[tier]] ??= []).Add(number);
        }

        return [.. numbers.Select(files => (IReadOnlyList<byte[]?>)[.. files.Select(file => file is null ? null : WriteFile(units, threads, file))])];
    }

    private static byte[] WriteFile(UnitTable units, IReadOnlyDictionary<string, SearchThread> threads, List<int> numbers)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var path in numbers.Select(number => units.Units[number].PostPath).Where(path => places.TryAdd(path, places.Count)))
            {
                json.WriteStringValue(path);
                json.WriteStringValue(threads[path].Title);
            }

            json.WriteEndArray();
            json.WriteStartArray();
            var before = 0;
            foreach (var number in numbers)
            {
                var unit = units.Units[number];
                json.WriteNumberValue(number - before);
                json.WriteNumberValue(places[unit.PostPath]);
                json.WriteNumberValue(unit.Part);
                json.WriteStringValue(unit.Anchor);
                json.WriteStringValue(unit.Number);
                json.WriteStringValue(unit.Author);
                json.WriteStringValue(unit.Date);
                json.WriteStringValue(unit.Excerpt);
                before = number;
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        return stream.ToArray();
    }
}
