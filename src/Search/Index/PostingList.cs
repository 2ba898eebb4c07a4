namespace Blog.Search.Index;

/// <summary>A scored list, decoded: unit numbers ascending, with frequency and class of each at the same place.</summary>
/// <param name="Units">Unit numbers.</param>
/// <param name="Frequencies">How often the term stands in the field.</param>
/// <param name="Classes">Class of the unit's field, an index into the root's classes or title norms.</param>
internal sealed record PostingList(int[] Units, int[] Frequencies, int[] Classes)
{
    /// <summary>A list without postings.</summary>
    public static PostingList Empty { get; } = new([], [], []);
}
