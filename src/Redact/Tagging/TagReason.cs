namespace Blog.Redact.Tagging;

/// <summary>Says in fixed words what spoke most for a stretch: which sort of features has the largest weights for its label.</summary>
internal static class TagReason
{
    private const int Sorts = 7;

    private static readonly string[] Words =
    [
        "the word itself", "the words beside it", "how the word begins or ends", "how it is written", "a table of names, places, offices or jobs", "the whole run of words it stands in", "the rest of the text",
    ];

    /// <summary>The reason as a sentence; holds no word of the text.</summary>
    public static string Of(TagReading reading, TagScheme scheme, TagSpan span)
    {
        if (span.IsRepeated)
        {
            return "The trained tagger: the same words were found elsewhere in the text.";
        }

        Span<int> weights = stackalloc int[Sorts];
        for (var i = span.First; i < span.After; i++)
        {
            Add(reading, scheme, span.Type, i, weights);
        }

        var first = Largest(weights);
        weights[first] = int.MinValue;
        var second = Largest(weights);
        return $"The trained tagger: {Words[first]}, then {Words[second]}.";
    }

    private static void Add(TagReading reading, TagScheme scheme, TagType type, int token, Span<int> sums)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<byte> templates = stackalloc byte[TagFeatures.Most];
        var line = reading.Document.LineOf(token);
        var count = TagFeatures.Write(reading.Document, line, token, TagFamily.All, features, out var shared);
        TagFeatures.WriteTemplates(reading.Document, line, token, features, templates);
        var weights = reading.WeightsOf(scheme);
        var (first, next) = (scheme.LabelOf(type, isFirst: true), scheme.LabelOf(type, isFirst: false));
        for (var f = 0; f < (ReferenceEquals(scheme, TagScheme.Names) ? shared : count); f++)
        {
            var row = weights.Of(features[f]);
            if (row.Length > 0 && templates[f] != 0)
            {
                sums[SortOf(templates[f])] += Math.Max(row[first], row[next]) - row[0];
            }
        }
    }

    private static int SortOf(byte template) => template switch
    {
        1 => 0,
        < 20 => 1,
        < 40 => 2,
        < 60 => 3,
        < 80 or (>= 110 and < 130) => 4,
        < 100 => 5,
        _ => 6,
    };

    private static int Largest(ReadOnlySpan<int> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
