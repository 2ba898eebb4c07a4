using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Which decisions are in force: those that no later decision in force undoes or replaces.</summary>
/// <remarks>Undoing an undoing brings the first decision back, without limit; the list itself is never shortened.</remarks>
public sealed class DecisionBook
{
    private readonly HashSet<VaultHandle> _inForce;

    private DecisionBook(IReadOnlyList<VaultDecision> all, HashSet<VaultHandle> inForce)
    {
        All = all;
        _inForce = inForce;
        InForce = [.. all.Where(decision => inForce.Contains(decision.Handle) && decision.Action != DecisionAction.Undo)];
    }

    /// <summary>Every decision, in the order in which they were made.</summary>
    public IReadOnlyList<VaultDecision> All { get; }

    /// <summary>Those in force, in that order, undoings left out.</summary>
    public IReadOnlyList<VaultDecision> InForce { get; }

    /// <summary>Reads the list of the vault.</summary>
    /// <param name="decisions">In the order in which they were made.</param>
    public static DecisionBook Of(IReadOnlyList<VaultDecision> decisions)
    {
        var cancelled = new HashSet<VaultHandle>();
        var inForce = new HashSet<VaultHandle>();
        for (var i = decisions.Count - 1; i >= 0; i--) // a decision can be cancelled by later ones alone
        {
            if (cancelled.Contains(decisions[i].Handle))
            {
                continue;
            }

            inForce.Add(decisions[i].Handle);
            if (decisions[i].Replaces is { } old)
            {
                cancelled.Add(old);
            }
        }

        return new DecisionBook(decisions, inForce);
    }

    /// <summary>Whether a decision holds.</summary>
    public bool IsInForce(VaultHandle decision) => _inForce.Contains(decision);
}
