namespace Blog.Redact.Tagging;

/// <summary>The labels of a chain: nothing, then a first and a following label of each type, then one of each type for what is named but not masked.</summary>
/// <param name="Types">The types in the order of their labels.</param>
/// <param name="HasKept">Whether it knows what is named and kept: that a court is a court is learned from those that everybody may read as well.</param>
internal sealed record TagScheme(IReadOnlyList<TagType> Types, bool HasKept)
{
    /// <summary>Names in web text: what the named-entity corpora agree on.</summary>
    public static TagScheme Names { get; } = new([TagType.Person, TagType.Place, TagType.Organisation, TagType.OtherName], false);

    /// <summary>What is masked in records of cases: the types of the Text Anonymization Benchmark.</summary>
    public static TagScheme Records { get; } = new(
        [TagType.Person, TagType.Code, TagType.Place, TagType.Organisation, TagType.Demographic, TagType.Date, TagType.Quantity, TagType.CaseDetail], true);

    /// <summary>How many labels there are.</summary>
    public int Labels => 1 + ((HasKept ? 3 : 2) * Types.Count);

    /// <summary>The labels of what is not masked, a bit a label.</summary>
    public ulong NotMasked => ((1UL << Labels) - 1) & ~(((1UL << (2 * Types.Count)) - 1) << 1);

    /// <summary>The label of a token of a type that is masked.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isFirst">Whether the token is the first of its stretch.</param>
    public byte LabelOf(TagType type, bool isFirst) => (byte)(1 + (2 * PlaceOf(type)) + (isFirst ? 0 : 1));

    /// <summary>The label of a token of a type that is named and kept.</summary>
    public byte KeptLabelOf(TagType type) => (byte)(1 + (2 * Types.Count) + PlaceOf(type));

    private int PlaceOf(TagType type) => Types.ToList().IndexOf(type) is var place and >= 0 ? place : throw new ArgumentOutOfRangeException(nameof(type), type, "The chain has no label for this type.");
}
