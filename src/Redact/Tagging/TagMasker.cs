using System.Collections.Frozen;

namespace Blog.Redact.Tagging;

/// <summary>Decides which tokens are masked: likelihood against the threshold of the mode, then the same words everywhere in the document.</summary>
internal static class TagMasker
{
    private const float SureOfSmallWord = 0.8f;

    /// <summary>Words that identify nobody: they are masked inside a name only where the chain is sure of them.</summary>
    private static readonly FrozenSet<string> SmallWords = new[]
    {
        "a", "an", "the", "of", "and", "for", "in", "at", "on", "to", "s", "'s", "\u2019s", "by", "with", "from", "no", "mr", "mrs", "ms",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The stretches to mask, in order, without overlaps.</summary>
    /// <param name="reading">What the chains think.</param>
    /// <param name="scheme">Which of them is asked.</param>
    /// <param name="thresholds">How likely a token must be.</param>
    public static List<TagSpan> Spans(TagReading reading, TagScheme scheme, TagThresholds thresholds)
    {
        var tokens = reading.Document.Tokens;
        var types = new TagType[tokens.Length];
        var likelihoods = new float[tokens.Length];
        Span<float> row = stackalloc float[scheme.Types.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            reading.TypesOf(scheme, i, row);
            var (best, sum) = (0, 0f);
            for (var type = 0; type < row.Length; type++)
            {
                best = row[type] > row[best] ? type : best;
                sum += row[type];
            }

            likelihoods[i] = sum;
            if (thresholds.Mask(row) && (sum >= SureOfSmallWord || !SmallWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reading.Document.TextOf(i))))
            {
                types[i] = scheme.Types[best];
            }
        }

        var spans = Gather(reading.Document, types, likelihoods);
        var repeats = new TagRepeats(withinLonger: ReferenceEquals(scheme, TagScheme.Names)); // who marks records marks a court whole, and no place in its name
        repeats.Add(reading.Document, spans, 0);
        return repeats.With(reading.Document, spans);
    }

    private static List<TagSpan> Gather(TagDocument document, TagType[] types, float[] likelihoods)
    {
        var spans = new List<TagSpan>();
        foreach (var (first, after) in document.Lines)
        {
            for (var i = first; i < after;)
            {
                var start = i;
                var likelihood = 0f;
                for (; i < after && types[i] == types[start]; i++)
                {
                    likelihood = MathF.Max(likelihood, likelihoods[i]);
                }

                if (types[start] != TagType.None && HasWord(document, start, i))
                {
                    spans.Add(new TagSpan(start, i, types[start], likelihood, false));
                }
            }
        }

        return spans;
    }

    private static bool HasWord(TagDocument document, int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (document.Tokens[i].Is(TagForms.Word))
            {
                return true;
            }
        }

        return false;
    }
}
