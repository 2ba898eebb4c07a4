namespace Blog.Redact.Tagging;

/// <summary>What the two chains think of each token of a document: how likely each label is.</summary>
internal sealed class TagReading
{
    private readonly float[] _names;
    private readonly float[] _records;
    private readonly TagModel _model;

    private TagReading(TagDocument document, TagModel model)
    {
        (Document, _model) = (document, model);
        _names = new float[document.Tokens.Length * model.Names.Stride];
        _records = new float[document.Tokens.Length * model.Records.Stride];
    }

    /// <summary>The document.</summary>
    public TagDocument Document { get; }

    /// <summary>Reads a document with a model.</summary>
    public static TagReading Of(TagDocument document, TagModel model)
    {
        var reading = new TagReading(document, model);
        reading.Score();
        return reading;
    }

    /// <summary>How likely a token is of each type of a scheme; room for its types.</summary>
    public void TypesOf(TagScheme scheme, int token, Span<float> target)
    {
        var row = RowOf(scheme, token);
        for (var type = 0; type < scheme.Types.Count; type++)
        {
            target[type] = row[1 + (2 * type)] + row[2 + (2 * type)];
        }
    }

    /// <summary>The weights of a scheme.</summary>
    public TagWeights WeightsOf(TagScheme scheme) => ReferenceEquals(scheme, TagScheme.Names) ? _model.Names : _model.Records;

    /// <summary>How likely each label is at a token.</summary>
    public ReadOnlySpan<float> RowOf(TagScheme scheme, int token) => ReferenceEquals(scheme, TagScheme.Names)
        ? _names.AsSpan(token * _model.Names.Stride, _model.Names.Labels)
        : _records.AsSpan(token * _model.Records.Stride, _model.Records.Labels);

    private void Score()
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<short> names = stackalloc short[_model.Names.Stride];
        Span<short> records = stackalloc short[_model.Records.Stride];
        float[] forward = [];
        for (var line = 0; line < Document.Lines.Count; line++)
        {
            var (first, after) = Document.Lines[line];
            for (var i = first; i < after; i++)
            {
                var count = TagFeatures.Write(Document, line, i, TagFamily.All, features, out var shared);
                Put(_model.Names, features[..shared], names, _names, i);
                Put(_model.Records, features[..count], records, _records, i);
            }

            var most = (after - first) * Math.Max(_model.Names.Stride, _model.Records.Stride);
            forward = forward.Length < most ? new float[most] : forward;
            Marginals(_model.Names, _names, first, after, forward);
            Marginals(_model.Records, _records, first, after, forward);
        }
    }

    private static void Put(TagWeights weights, ReadOnlySpan<uint> features, Span<short> scores, float[] target, int token)
    {
        scores.Clear();
        weights.Add(features, scores);
        var row = target.AsSpan(token * weights.Stride, weights.Stride);
        for (var l = 0; l < scores.Length; l++)
        {
            row[l] = scores[l] * weights.Step;
        }
    }

    private static void Marginals(TagWeights weights, float[] scores, int first, int after, float[] forward) =>
        ChainMath.Marginals(scores.AsSpan(first * weights.Stride, (after - first) * weights.Stride), after - first, weights.Labels, weights.Stride, weights.Factors, forward, []);
}
