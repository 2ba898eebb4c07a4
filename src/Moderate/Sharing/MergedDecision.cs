using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>A decision that came back, and what becomes of it.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Made">What it would be in the store: one decision, or for a term everywhere one for each thread; empty where nothing can be made of it.</param>
/// <param name="Skip">Why it is not taken in; null where it is.</param>
/// <param name="Against">The decision in force that says otherwise; null where none does.</param>
public sealed record MergedDecision(string Id, IReadOnlyList<VaultDecision> Made, MergeSkip? Skip, VaultDecision? Against)
{
    /// <summary>Whether a person can take it in all the same.</summary>
    public bool CanBeTaken => Made.Count > 0 && Skip is MergeSkip.DecidedOtherwise or MergeSkip.TextChanged;
}
