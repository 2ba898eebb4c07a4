using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Trains the two chains of the tagger. The settings were chosen on development parts (docs/detection.md).</summary>
internal static class TaggerTraining
{
    private const int Least = 2; // units of 1/32: rows whose largest weight is smaller are dropped

    /// <summary>How the chain of names is trained.</summary>
    public static ChainSettings NamesSettings { get; } = new() { Rounds = 12, Rate = 0.03f, Dropped = 150, Least = 3 };

    /// <summary>How the chain of records is trained.</summary>
    public static ChainSettings RecordsSettings { get; } = new() { Rounds = 12, Rate = 0.03f, Dropped = 500, Least = 3 };

    /// <summary>Trains the chain of names; the weights are those for web comments, each the sum of what all corpora share and of that domain's own.</summary>
    public static TagWeights Names(IEnumerable<AnnotatedText> texts, TagFamily families)
    {
        var shared = new HashSet<uint>();
        var labels = TagScheme.Names.Labels;
        var trained = new ChainTrainer(labels, NamesSettings).Train(TrainingMaterial.Names(texts, families, shared));
        return ChainQuantizer.Round(labels, shared.Select(feature => KeyValuePair.Create(feature, Sum(trained, feature, TrainingMaterial.Copy(feature, TrainingMaterial.Domain)))), trained.Transitions, Least);
    }

    /// <summary>Trains the chain of records.</summary>
    public static TagWeights Records(IEnumerable<AnnotatedText> texts, TagFamily families)
    {
        var labels = TagScheme.Records.Labels;
        var trained = new ChainTrainer(labels, RecordsSettings).Train(TrainingMaterial.Records(texts, families));
        return ChainQuantizer.Round(labels, trained.Rows.Keys.Select(feature => KeyValuePair.Create(feature, Sum(trained, feature))), trained.Transitions, Least);
    }

    private static float[] Sum(ChainWeights trained, params ReadOnlySpan<uint> features)
    {
        var sum = new float[trained.Labels];
        foreach (var feature in features)
        {
            if (trained.Rows.TryGetValue(feature, out var row))
            {
                for (var l = 0; l < sum.Length; l++)
                {
                    sum[l] += trained.Weights[(row * trained.Stride) + l];
                }
            }
        }

        return sum;
    }
}
