namespace Blog.Desk.Review;

/// <summary>What is said and can be said about the place of one comment in its thread.</summary>
/// <param name="Made">What moderators said.</param>
/// <param name="Twin">Number of an earlier comment that says the same, so that this one may have been posted twice; null where none does.</param>
public sealed record UnitRepairs(IReadOnlyList<PlaceRepair> Made, string? Twin)
{
    /// <summary>Nothing.</summary>
    public static UnitRepairs None { get; } = new([], null);
}
