namespace Blog.Redact.Tagging;

/// <summary>The arithmetic of a linear-chain conditional random field: how likely each label is at each place of a sequence.</summary>
/// <remarks>
/// Lafferty, McCallum, Pereira: Conditional Random Fields, ICML 2001; scaled forward and backward sums after Rabiner, A Tutorial on Hidden Markov
/// Models, 1989. Only additions, multiplications and divisions in a fixed order, and an exponential of our own: the same bits on every machine,
/// which the library's exponential does not promise.
/// </remarks>
internal static class ChainMath
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of x, good to twelve digits; 0 below -700.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
        {
            return 0;
        }

        x = x > 700 ? 700 : x;
        var k = Math.Floor((x * Log2E) + 0.5);
        var r = x - (k * Ln2High) - (k * Ln2Low);
        var sum = 1 + (r * (1 + (r * (0.5 + (r * ((1 / 6.0) + (r * ((1 / 24.0) + (r * ((1 / 120.0) + (r * ((1 / 720.0) + (r * ((1 / 5040.0) + (r * ((1 / 40320.0) + (r * (1 / 362880.0))))))))))))))))));
        return sum * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>The marginal of each label at each place.</summary>
    /// <param name="scores">Scores by place and label, a row of <paramref name="stride"/> for each of <paramref name="length"/> places; afterwards the marginals.</param>
    /// <param name="length">How many places.</param>
    /// <param name="labels">How many labels, at most <paramref name="stride"/>.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="transitions">e to the transition's score, by label before (a row of <paramref name="labels"/>) and label.</param>
    /// <param name="forward">Room: <paramref name="length"/> rows of <paramref name="stride"/>.</param>
    /// <param name="pairs">Where not empty, the expected number of each transition is added to it, by label before and label.</param>
    public static void Marginals(Span<float> scores, int length, int labels, int stride, ReadOnlySpan<float> transitions, Span<float> forward, Span<float> pairs)
    {
        for (var t = 0; t < length; t++)
        {
            Exponentials(scores.Slice(t * stride, labels));
        }

        Forward(scores, length, labels, stride, transitions, forward);
        Backward(scores, length, labels, stride, transitions, forward, pairs);
    }

    private static void Exponentials(Span<float> row)
    {
        var best = row[0];
        foreach (var score in row)
        {
            best = score > best ? score : best;
        }

        for (var l = 0; l < row.Length; l++)
        {
            row[l] = (float)Exp(row[l] - best);
        }
    }

    private static void Forward(ReadOnlySpan<float> emissions, int length, int labels, int stride, ReadOnlySpan<float> transitions, Span<float> forward)
    {
        for (var t = 0; t < length; t++)
        {
            var row = forward.Slice(t * stride, labels);
            var emission = emissions.Slice(t * stride, labels);
            if (t == 0)
            {
                emission.CopyTo(row);
            }
            else
            {
                var before = forward.Slice((t - 1) * stride, labels);
                row.Clear();
                for (var k = 0; k < labels; k++)
                {
                    var from = transitions.Slice(k * labels, labels);
                    var weight = before[k];
                    for (var l = 0; l < from.Length && l < row.Length; l++)
                    {
                        row[l] += weight * from[l];
                    }
                }

                for (var l = 0; l < row.Length && l < emission.Length; l++)
                {
                    row[l] *= emission[l];
                }
            }

            Scale(row);
        }
    }

    private static void Backward(Span<float> emissions, int length, int labels, int stride, ReadOnlySpan<float> transitions, ReadOnlySpan<float> forward, Span<float> pairs)
    {
        Span<float> back = stackalloc float[labels];
        Span<float> next = stackalloc float[labels];
        back.Fill(1);
        for (var t = length - 1; t >= 0; t--)
        {
            var row = emissions.Slice(t * stride, labels);
            for (var l = 0; l < labels; l++)
            {
                next[l] = row[l] * back[l]; // what comes from this place on, given its label
                row[l] = forward[(t * stride) + l] * back[l];
            }

            Scale(row);
            if (t == 0)
            {
                break;
            }

            var before = forward.Slice((t - 1) * stride, labels);
            if (pairs.Length > 0)
            {
                AddPairs(before, transitions, next, pairs);
            }

            for (var k = 0; k < labels; k++)
            {
                var from = transitions.Slice(k * labels, labels);
                var sum = 0f;
                for (var l = 0; l < from.Length && l < next.Length; l++)
                {
                    sum += from[l] * next[l];
                }

                back[k] = sum;
            }

            Scale(back);
        }
    }

    private static void AddPairs(ReadOnlySpan<float> before, ReadOnlySpan<float> transitions, ReadOnlySpan<float> next, Span<float> pairs)
    {
        var labels = before.Length;
        var total = 0f;
        for (var k = 0; k < labels; k++)
        {
            for (var l = 0; l < labels; l++)
            {
                total += before[k] * transitions[(k * labels) + l] * next[l];
            }
        }

        var scale = 1 / total;
        for (var k = 0; k < labels; k++)
        {
            for (var l = 0; l < labels; l++)
            {
                pairs[(k * labels) + l] += before[k] * transitions[(k * labels) + l] * next[l] * scale;
            }
        }
    }

    private static void Scale(Span<float> row)
    {
        var sum = 0f;
        foreach (var value in row)
        {
            sum += value;
        }

        var scale = 1 / sum;
        for (var l = 0; l < row.Length; l++)
        {
            row[l] *= scale;
        }
    }
}
