namespace Blog.Redact.Tagging;

/// <summary>Makes small integers of trained weights and drops rows that say nothing.</summary>
internal static class ChainQuantizer
{
    /// <summary>What one unit is worth: small enough that rounding changes no figure, large enough that a byte holds every weight.</summary>
    public const float Step = 1 / 32f;

    /// <summary>Rounds weights.</summary>
    /// <param name="labels">How many labels.</param>
    /// <param name="rows">Features with their weights, in any order; each feature once.</param>
    /// <param name="transitions">By label before and label.</param>
    /// <param name="least">Units that the largest weight of a row must have, or the row is dropped.</param>
    public static TagWeights Round(int labels, IEnumerable<KeyValuePair<uint, float[]>> rows, IReadOnlyList<float> transitions, int least)
    {
        var kept = new SortedDictionary<uint, sbyte[]>();
        foreach (var (feature, weights) in rows)
        {
            var row = new sbyte[labels];
            var largest = 0;
            for (var l = 0; l < labels; l++)
            {
                row[l] = (sbyte)Math.Clamp(MathF.Round(weights[l] / Step), -127, 127);
                largest = Math.Max(largest, Math.Abs(row[l]));
            }

            if (largest >= least)
            {
                kept.Add(feature, row);
            }
        }

        var scores = transitions.Select(score => (short)Math.Clamp(MathF.Round(score / Step), -32000, 32000)).ToArray();
        return new TagWeights(labels, Step, scores, [.. kept.Keys], [.. kept.Values.SelectMany(row => row)]);
    }
}
