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

    /// <summary>The likelihood from which a token of a scheme is masked; chosen on development parts alone (docs/detection.md).</summary>
    public static float ThresholdOf(TagScheme scheme, TagMode mode) => ReferenceEquals(scheme, TagScheme.Names)
        ? mode == TagMode.Guard ? 0.01f : 0.2f
        : mode == TagMode.Guard ? 0.012f : 0.3f;

    /// <summary>The stretches to mask, in order, without overlaps.</summary>
    /// <param name="reading">What the chains think.</param>
    /// <param name="scheme">Which of them is asked.</param>
    /// <param name="threshold">The likelihood from which a token is masked.</param>
    public static List<TagSpan> Spans(TagReading reading, TagScheme scheme, float threshold)
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
            if (sum >= threshold && (sum >= SureOfSmallWord || !SmallWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reading.Document.TextOf(i))))
            {
                types[i] = scheme.Types[best];
            }
        }

        return Repeat(reading.Document, Gather(reading.Document, types, likelihoods));
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

    /// <summary>Masks people and references wherever the same words stand: one that is left over undoes the others.</summary>
    private static List<TagSpan> Repeat(TagDocument document, List<TagSpan> spans)
    {
        var byWord = new Dictionary<uint, List<TagSpan>>();
        foreach (var span in spans)
        {
            var first = document.Tokens[span.First];
            if (span.Type is TagType.Person or TagType.Code && first.Is(TagForms.Capital | TagForms.Digit) && (span.After - span.First > 1 || first.End - first.Start > 1))
            {
                if (!byWord.TryGetValue(first.Word, out var known))
                {
                    byWord.Add(first.Word, known = []);
                }

                known.Add(span);
            }
        }

        if (byWord.Count == 0)
        {
            return spans;
        }

        var taken = new bool[document.Tokens.Length];
        foreach (var span in spans)
        {
            taken.AsSpan(span.First, span.After - span.First).Fill(true);
        }

        var repeated = new List<TagSpan>();
        for (var i = 0; i < taken.Length; i++)
        {
            if (byWord.TryGetValue(document.Tokens[i].Word, out var known))
            {
                AddRepeated(document, known, i, taken, repeated);
            }
        }

        return repeated.Count == 0 ? spans : [.. spans.Concat(repeated).OrderBy(span => span.First)];
    }

    private static void AddRepeated(TagDocument document, List<TagSpan> known, int i, bool[] taken, List<TagSpan> repeated)
    {
        foreach (var span in known)
        {
            var length = span.After - span.First;
            if (i + length > taken.Length || !SameWords(document, span.First, i, length))
            {
                continue;
            }

            for (var at = i; at < i + length; at++)
            {
                if (!taken[at])
                {
                    taken[at] = true;
                    repeated.Add(new TagSpan(at, at + 1, span.Type, span.Likelihood, true));
                }
            }
        }
    }

    private static bool SameWords(TagDocument document, int left, int right, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!document.TextOf(left + i).SequenceEqual(document.TextOf(right + i)))
            {
                return false;
            }
        }

        return true;
    }
}
