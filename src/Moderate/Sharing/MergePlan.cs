using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>What a file that came back would do.</summary>
/// <param name="Packet">The packet it is about.</param>
/// <param name="All">Every decision in it, in order.</param>
public sealed record MergePlan(VaultHandle Packet, IReadOnlyList<MergedDecision> All)
{
    /// <summary>Those that are taken in.</summary>
    public IEnumerable<MergedDecision> Taken => All.Where(each => each.Skip is null);

    /// <summary>How many are left, by reason.</summary>
    public IReadOnlyDictionary<MergeSkip, int> Skipped => All.Where(each => each.Skip is not null).CountBy(each => each.Skip!.Value).ToDictionary();
}
