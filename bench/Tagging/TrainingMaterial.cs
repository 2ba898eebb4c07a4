using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Makes training sequences of annotated texts.</summary>
internal static class TrainingMaterial
{
    /// <summary>The domain whose own copy of each feature goes into the shipped weights: web comments.</summary>
    public const string Domain = "wnut";

    private static readonly string[] Domains = ["wnut", "btc", "ewt", "wiki", "cross", "presidio", "re3d"];

    /// <summary>The copy of a feature for a domain (Daumé III: Frustratingly Easy Domain Adaptation, ACL 2007): what corpora share is learned once, what each means by its labels apart.</summary>
    public static uint Copy(uint feature, string domain) => TagHash.Of(200u + (uint)Array.IndexOf(Domains, domain), feature);

    /// <summary>Sequences of the names chain: each feature and its copy for the text's corpus; the shared ones are gathered.</summary>
    public static List<ChainSequence> Names(IEnumerable<AnnotatedText> texts, TagFamily families, HashSet<uint> shared) =>
        [.. texts.SelectMany(text => Sequences(text, TagScheme.Names, (document, line, i, target) =>
        {
            TagFeatures.Write(document, line, i, families & ~TagFamily.Layout, target, out var count);
            for (var f = 0; f < count; f++)
            {
                shared.Add(target[f]);
                target[count + f] = Copy(target[f], text.Corpus);
            }

            return 2 * count;
        }))];

    /// <summary>Sequences of the records chain.</summary>
    public static List<ChainSequence> Records(IEnumerable<AnnotatedText> texts, TagFamily families) =>
        [.. texts.SelectMany(text => Sequences(text, TagScheme.Records, (document, line, i, target) => TagFeatures.Write(document, line, i, families, target, out _)))];

    /// <summary>The label of each token of a document.</summary>
    /// <remarks>Of marks within each other the shorter is written over the longer, and what is masked over what is kept.</remarks>
    public static byte[] Labels(TagDocument document, IReadOnlyList<AnnotatedSpan> spans, TagScheme scheme)
    {
        var labels = new byte[document.Tokens.Length];
        foreach (var span in spans.OrderByDescending(span => span.End - span.Start).ThenBy(span => span.IsMasked))
        {
            var isFirst = true;
            for (var i = FirstTouching(document, span.Start); i < labels.Length && document.Tokens[i].Start < span.End; i++)
            {
                labels[i] = span.IsMasked ? scheme.LabelOf(span.Type, isFirst) : scheme.KeptLabelOf(span.Type);
                isFirst = false;
            }
        }

        return labels;
    }

    private static int FirstTouching(TagDocument document, int position)
    {
        var (low, high) = (0, document.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = document.Tokens[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static IEnumerable<ChainSequence> Sequences(AnnotatedText text, TagScheme scheme, Func<TagDocument, int, int, uint[], int> write)
    {
        var document = TagDocument.Read(text.Text);
        var labels = Labels(document, text.Spans, scheme);
        var buffer = new uint[TagFeatures.Most * 2];
        for (var line = 0; line < document.Lines.Count; line++)
        {
            var (first, after) = document.Lines[line];
            var features = new List<uint>();
            var ends = new int[after - first];
            for (var i = first; i < after; i++)
            {
                features.AddRange(buffer.AsSpan(0, write(document, line, i, buffer)));
                ends[i - first] = features.Count;
            }

            yield return new ChainSequence([.. features], ends, labels[first..after]);
        }
    }
}
