namespace Blog.Redact.Tagging;

/// <summary>A line of a text in which somebody has decided something, ready to be learned from.</summary>
/// <param name="Features">Features of its tokens, token after token.</param>
/// <param name="Ends">For each token where its features end.</param>
/// <param name="Scores">Scores of the shipped weights, a row of labels for each token.</param>
/// <param name="Before">How likely each label is under them.</param>
/// <param name="Allowed">The labels that agree with what was decided, a bit a label; 0 where nothing was.</param>
internal sealed record TaughtLine(uint[] Features, int[] Ends, float[] Scores, float[] Before, ulong[] Allowed)
{
    /// <summary>The features of a token.</summary>
    public ReadOnlySpan<uint> FeaturesOf(int token) => Features.AsSpan((token == 0 ? 0 : Ends[token - 1])..Ends[token]);

    /// <summary>Reads a line.</summary>
    public static TaughtLine Of(TagReading reading, TagScheme scheme, int line, ulong[] allowed)
    {
        var weights = reading.WeightsOf(scheme);
        var (first, after) = reading.Document.Lines[line];
        var (features, ends) = (new List<uint>(), new int[after - first]);
        var (scores, before) = (new float[ends.Length * weights.Labels], new float[ends.Length * weights.Labels]);
        Span<uint> target = stackalloc uint[TagFeatures.Most];
        Span<short> sums = stackalloc short[weights.Stride];
        for (var i = first; i < after; i++)
        {
            var count = TagFeatures.Write(reading.Document, line, i, TagFamily.All, target, out var shared);
            var own = target[..(ReferenceEquals(scheme, TagScheme.Names) ? shared : count)];
            features.AddRange(own);
            ends[i - first] = features.Count;
            sums.Clear();
            weights.Add(own, sums);
            for (var l = 0; l < weights.Labels; l++)
            {
                scores[((i - first) * weights.Labels) + l] = sums[l] * weights.Step;
            }

            reading.RowOf(scheme, i).CopyTo(before.AsSpan((i - first) * weights.Labels));
        }

        return new TaughtLine([.. features], ends, scores, before, allowed);
    }
}
