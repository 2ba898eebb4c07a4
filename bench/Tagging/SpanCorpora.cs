using System.Text.Json;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Reads the two corpora that give marks as positions in whole texts: presidio-research (synthetic sentences) and re3d (press of the UK government).</summary>
internal static class SpanCorpora
{
    /// <summary>The sentences of presidio-research.</summary>
    public static List<AnnotatedText> Presidio(string file)
    {
        var texts = new List<AnnotatedText>();
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var sentence in json.RootElement.EnumerateArray())
        {
            var spans = sentence.GetProperty("spans").EnumerateArray()
                .Select(span => Span(span, "start_position", "end_position", "entity_type")).Where(span => span.Type != TagType.None).OrderBy(span => span.Start);
            texts.Add(new AnnotatedText($"presidio-{texts.Count}", "presidio", sentence.GetProperty("full_text").GetString()!, [.. spans]));
        }

        return texts;
    }

    /// <summary>The documents of re3d: one JSON object a line, texts and marks in files of their own.</summary>
    public static List<AnnotatedText> Re3d(string folder)
    {
        var marks = new Dictionary<string, List<AnnotatedSpan>>(StringComparer.Ordinal);
        foreach (var (id, span) in Lines(Path.Combine(folder, "entities.json"), mark => (mark.GetProperty("documentId").GetString()!, Span(mark, "begin", "end", "type"))))
        {
            if (!marks.TryGetValue(id, out var spans))
            {
                marks.Add(id, spans = []);
            }

            if (span.Type != TagType.None)
            {
                spans.Add(span);
            }
        }

        return [.. Lines(Path.Combine(folder, "documents.json"), document => (Id: document.GetProperty("_id").GetString()!, Text: document.GetProperty("text").GetString()!))
            .Where(document => marks.ContainsKey(document.Id))
            .Select(document => new AnnotatedText(document.Id, "re3d", document.Text, [.. marks[document.Id].OrderBy(span => span.Start)]))];
    }

    private static IEnumerable<T> Lines<T>(string file, Func<JsonElement, T> read)
    {
        foreach (var line in File.ReadLines(file).Where(line => line.StartsWith('{')))
        {
            using var json = JsonDocument.Parse(line);
            yield return read(json.RootElement);
        }
    }

    private static AnnotatedSpan Span(JsonElement mark, string start, string end, string type)
    {
        var kind = mark.GetProperty(type).GetString()!;
        var tagType = kind switch
        {
            "PERSON" or "Person" => TagType.Person,
            "GPE" or "STREET_ADDRESS" or "Location" => TagType.Place,
            "ORGANIZATION" or "Organisation" => TagType.Organisation,
            _ => TagType.None, // numbers and addresses with a form of their own are the recognizers', other kinds nobody's
        };
        return new AnnotatedSpan(mark.GetProperty(start).GetInt32(), mark.GetProperty(end).GetInt32(), tagType, kind, true, false, string.Empty);
    }
}
