using System.Text.Json;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Reads the Text Anonymization Benchmark's JSON (NorskRegnesentral/text-anonymization-benchmark): whole documents with masked and kept mentions.</summary>
internal static class TabCorpus
{
    /// <summary>The documents of a file in their order; several annotators' marks are put together.</summary>
    public static List<AnnotatedText> Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.EnumerateArray().Select(Read)];
    }

    /// <summary>The position in UTF-16 units of each code point of a text, and of its end: the corpus counts code points.</summary>
    public static List<int> Positions(string text)
    {
        var positions = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]))
            {
                positions.Add(i);
            }
        }

        positions.Add(text.Length);
        return positions;
    }

    private static AnnotatedText Read(JsonElement document)
    {
        var text = document.GetProperty("text").GetString()!; // the key stands in every document of the format
        var positions = Positions(text);
        var spans = new List<AnnotatedSpan>();
        if (document.TryGetProperty("annotations", out var annotations))
        {
            foreach (var mention in annotations.EnumerateObject().SelectMany(annotator => annotator.Value.GetProperty("entity_mentions").EnumerateArray()))
            {
                var kind = mention.GetProperty("entity_type").GetString()!;
                var identifies = mention.GetProperty("identifier_type").GetString();
                spans.Add(new AnnotatedSpan(
                    positions[mention.GetProperty("start_offset").GetInt32()], positions[mention.GetProperty("end_offset").GetInt32()],
                    TypeOf(kind), kind, identifies != "NO_MASK", identifies == "DIRECT", mention.GetProperty("entity_id").GetString()!));
            }
        }

        return new AnnotatedText(document.GetProperty("doc_id").GetString()!, "tab", text, spans);
    }

    private static TagType TypeOf(string kind) => kind switch
    {
        "PERSON" => TagType.Person,
        "CODE" => TagType.Code,
        "LOC" => TagType.Place,
        "ORG" => TagType.Organisation,
        "DEM" => TagType.Demographic,
        "DATETIME" => TagType.Date,
        "QUANTITY" => TagType.Quantity,
        "MISC" => TagType.CaseDetail,
        _ => throw new InvalidDataException($"No type for the corpus's kind {kind}."),
    };
}
