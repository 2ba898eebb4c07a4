namespace Blog.Redact.Tagging;

/// <summary>How likely a token must be of each type to be masked. Each type has a threshold of its own: what it costs to mask too much of it, and to miss one, is not the same.</summary>
/// <param name="ByType">By the types of a scheme, in its order; more than 0.</param>
internal sealed record TagThresholds(IReadOnlyList<float> ByType)
{
    /// <summary>The lowest of them.</summary>
    public float Least => ByType.Min();

    /// <summary>Those of the product; chosen on development parts alone (docs/detection.md).</summary>
    /// <remarks>Under guard a name, number or place that is missed tells who somebody is, a court that is masked in vain costs four words: so the one is low and the other not.</remarks>
    public static TagThresholds Of(TagScheme scheme, TagMode mode) => ReferenceEquals(scheme, TagScheme.Names)
        ? Same(scheme, mode == TagMode.Guard ? 0.01f : 0.2f)
        : new TagThresholds([.. scheme.Types.Select(type => OfRecords(type, mode))]);

    /// <summary>One threshold for all types.</summary>
    public static TagThresholds Same(TagScheme scheme, float threshold) => new([.. scheme.Types.Select(_ => threshold)]);

    /// <summary>All of them, higher or lower.</summary>
    public TagThresholds Times(float factor) => new([.. ByType.Select(threshold => threshold * factor)]);

    /// <summary>Whether a token is masked.</summary>
    /// <param name="likelihoods">How likely it is of each type; what speaks for several counts together.</param>
    public bool Mask(ReadOnlySpan<float> likelihoods)
    {
        var sum = 0f;
        for (var type = 0; type < likelihoods.Length; type++)
        {
            sum += likelihoods[type] / ByType[type];
        }

        return sum >= 1;
    }

    private static float OfRecords(TagType type, TagMode mode) => type switch
    {
        TagType.Person or TagType.Code => mode == TagMode.Guard ? 0.0025f : 0.1f,
        TagType.Place => mode == TagMode.Guard ? 0.0025f : 0.3f,
        TagType.Date or TagType.Quantity => mode == TagMode.Guard ? 0.0035f : 0.3f,
        TagType.Demographic => mode == TagMode.Guard ? 0.01f : 0.3f,
        TagType.Organisation or TagType.CaseDetail => mode == TagMode.Guard ? 0.021f : 0.3f,
        TagType.None or TagType.OtherName => throw new ArgumentOutOfRangeException(nameof(type), type, "No type of records."),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No threshold for this type."),
    };
}
