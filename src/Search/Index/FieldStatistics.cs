namespace Blog.Search.Index;

/// <summary>What BM25 knows of a field.</summary>
/// <param name="Units">Units with at least one term in it.</param>
/// <param name="Terms">All terms in it.</param>
public sealed record FieldStatistics(int Units, long Terms)
{
    /// <summary>Terms of a unit that has any, on average.</summary>
    public float AverageLength => Units == 0 ? 1 : (float)(Terms / (double)Units);
}
