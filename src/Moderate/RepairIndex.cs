using Blog.Vault;

namespace Blog.Moderate;

/// <summary>The decisions in force about the places of comments, read once for all threads; of two about one comment the later counts.</summary>
internal sealed class RepairIndex
{
    private readonly Dictionary<VaultHandle, VaultHandle> _same;
    private readonly Dictionary<VaultHandle, VaultHandle> _answers;

    public RepairIndex(DecisionBook book)
    {
        _same = Of(book, DecisionAction.SameAs);
        _answers = Of(book, DecisionAction.Answers);
    }

    /// <summary>The repairs of one thread.</summary>
    public ThreadRepairs Of(IReadOnlyList<VaultComment> comments) => ThreadRepairs.Of(_same, _answers, comments);

    private static Dictionary<VaultHandle, VaultHandle> Of(DecisionBook book, DecisionAction action)
    {
        var pairs = new Dictionary<VaultHandle, VaultHandle>();
        foreach (var decision in book.InForce)
        {
            if (decision.Action == action && decision is { Unit: { } unit, Replacement: { } other })
            {
                pairs[unit] = new VaultHandle(other);
            }
        }

        return pairs;
    }
}
