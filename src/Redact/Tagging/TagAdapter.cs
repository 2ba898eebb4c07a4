using System.Runtime.InteropServices;

namespace Blog.Redact.Tagging;

/// <summary>Teaches a chain what somebody has decided: a difference to the shipped weights, as small as it can be.</summary>
/// <remarks>
/// The decided tokens of a line may bear only labels that agree with the decision; all others are to stay as the shipped weights have them (Li, Hoiem: Learning without Forgetting, ECCV 2016).
/// The step at a token is the difference between how likely each label is under that and without it. Features that the shipped weights have never met (a word of this blog) move faster
/// than those that all texts share. One order, one thread, no randomness: the same lessons give the same bytes.
/// </remarks>
internal static class TagAdapter
{
    private const int Rounds = 12;
    private const float Rate = 0.06f;
    private const float RateOfKnown = 0.015f;
    private const float Smallest = 0.02f; // a token whose labels are all surer than this has learned enough
    private const float Never = -10_000; // a score that makes a label impossible

    /// <summary>What is to be added to the shipped weights.</summary>
    public static TagModel Learn(TagModel shipped, IReadOnlyList<TagLesson> lessons) =>
        new(Learn(shipped, TagScheme.Names, lessons), Learn(shipped, TagScheme.Records, lessons));

    private static TagWeights Learn(TagModel shipped, TagScheme scheme, IReadOnlyList<TagLesson> lessons)
    {
        var lines = lessons.SelectMany(lesson => Lines(shipped, scheme, lesson)).ToList();
        var weights = ReferenceEquals(scheme, TagScheme.Names) ? shipped.Names : shipped.Records;
        var learned = new Dictionary<uint, float[]>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var line in lines)
            {
                Step(line, weights, learned);
            }
        }

        return ChainQuantizer.Round(weights.Labels, learned, new float[weights.Labels * weights.Labels], 1);
    }

    private static IEnumerable<TaughtLine> Lines(TagModel shipped, TagScheme scheme, TagLesson lesson)
    {
        var stretches = lesson.Stretches.Where(stretch => ReferenceEquals(stretch.Scheme, scheme)).ToList();
        if (stretches.Count == 0)
        {
            yield break;
        }

        var reading = TagReading.Of(TagDocument.Read(lesson.View.Text), shipped);
        var allowed = Allowed(reading.Document, lesson.View, scheme, stretches);
        for (var line = 0; line < reading.Document.Lines.Count; line++)
        {
            var (first, after) = reading.Document.Lines[line];
            if (allowed.AsSpan(first, after - first).ContainsAnyExcept(0UL))
            {
                yield return TaughtLine.Of(reading, scheme, line, allowed[first..after]);
            }
        }
    }

    /// <summary>The labels that each token may bear, a bit a label; 0 where nobody has decided.</summary>
    private static ulong[] Allowed(TagDocument document, ProseView view, TagScheme scheme, List<TaughtStretch> stretches)
    {
        var allowed = new ulong[document.Tokens.Length];
        foreach (var stretch in stretches)
        {
            var labels = stretch.IsMasked ? (1UL << scheme.LabelOf(stretch.Type, isFirst: true)) | (1UL << scheme.LabelOf(stretch.Type, isFirst: false)) : scheme.NotMasked;
            for (var i = 0; i < allowed.Length; i++)
            {
                if (view.ToSource(document.Tokens[i].Start) >= stretch.Range.Start && view.ToSource(document.Tokens[i].End) <= stretch.Range.End)
                {
                    allowed[i] = labels;
                }
            }
        }

        return allowed;
    }

    private static void Step(TaughtLine line, TagWeights weights, Dictionary<uint, float[]> learned)
    {
        var length = line.Allowed.Length;
        var (free, bound, room) = (new float[length * weights.Stride], new float[length * weights.Stride], new float[length * weights.Stride]);
        for (var t = 0; t < length; t++)
        {
            for (var l = 0; l < weights.Labels; l++)
            {
                var score = line.Scores[(t * weights.Labels) + l];
                foreach (var feature in line.FeaturesOf(t))
                {
                    score += learned.TryGetValue(feature, out var row) ? MathF.Round(row[l] / weights.Step) * weights.Step : 0; // as it will be kept
                }

                free[(t * weights.Stride) + l] = score;
                bound[(t * weights.Stride) + l] = line.Allowed[t] == 0 || (line.Allowed[t] >> l & 1) == 1 ? score : Never;
            }
        }

        ChainMath.Marginals(free, length, weights.Labels, weights.Stride, weights.Factors, room, []);
        ChainMath.Marginals(bound, length, weights.Labels, weights.Stride, weights.Factors, room, []);
        for (var t = 0; t < length; t++)
        {
            var wanted = line.Allowed[t] == 0 ? line.Before.AsSpan(t * weights.Labels, weights.Labels) : bound.AsSpan(t * weights.Stride, weights.Labels);
            Move(line.FeaturesOf(t), wanted, free.AsSpan(t * weights.Stride, weights.Labels), weights, learned);
        }
    }

    private static void Move(ReadOnlySpan<uint> features, ReadOnlySpan<float> wanted, ReadOnlySpan<float> now, TagWeights weights, Dictionary<uint, float[]> learned)
    {
        var largest = 0f;
        for (var l = 0; l < now.Length; l++)
        {
            largest = MathF.Max(largest, MathF.Abs(wanted[l] - now[l]));
        }

        if (largest < Smallest)
        {
            return;
        }

        foreach (var feature in features)
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(learned, feature, out _);
            row ??= new float[weights.Labels];
            var rate = weights.Of(feature).IsEmpty ? Rate : RateOfKnown;
            for (var l = 0; l < now.Length; l++)
            {
                row[l] += rate * (wanted[l] - now[l]);
            }
        }
    }
}
