namespace Blog.Redact.Tagging;

/// <summary>The labels of a chain: nothing, then a first and a following label of each type, then those of what is named but not masked.</summary>
/// <param name="Types">The types in the order of their labels.</param>
/// <param name="HasKept">Whether two more labels stand for names that everybody may read.</param>
internal sealed record TagScheme(IReadOnlyList<TagType> Types, bool HasKept)
{
    /// <summary>Names in web text: what the named-entity corpora agree on.</summary>
    public static TagScheme Names { get; } = new([TagType.Person, TagType.Place, TagType.Organisation, TagType.OtherName], false);

    /// <summary>What is masked in records of cases: the types of the Text Anonymization Benchmark.</summary>
    public static TagScheme Records { get; } = new(
        [TagType.Person, TagType.Code, TagType.Place, TagType.Organisation, TagType.Demographic, TagType.Date, TagType.Quantity, TagType.CaseDetail], true);

    /// <summary>How many labels there are.</summary>
    public int Labels => 1 + (2 * Types.Count) + (HasKept ? 2 : 0);

    /// <summary>The label of a token of a type.</summary>
    /// <param name="type">The type; <see cref="TagType.None"/> for what is named and kept.</param>
    /// <param name="isFirst">Whether the token is the first of its stretch.</param>
    public byte LabelOf(TagType type, bool isFirst)
    {
        var place = type == TagType.None ? Types.Count : Types.ToList().IndexOf(type);
        return (byte)(1 + (2 * place) + (isFirst ? 0 : 1));
    }
}
