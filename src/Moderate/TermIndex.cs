using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Terms by scope: those that hold everywhere, and those of one thread, text or writer.</summary>
internal sealed class TermIndex
{
    private readonly Dictionary<(DecisionScope Scope, VaultHandle Handle), List<VaultDecision>> _scoped = [];
    private readonly Dictionary<(DecisionScope Scope, VaultHandle Handle), TermGroup> _groups = [];
    private readonly List<VaultHandle> _everywhere;

    /// <summary>Sorts decisions by scope; those without a term are left out.</summary>
    /// <param name="decisions">Decisions in force of the actions that name terms.</param>
    /// <param name="before">The index of an earlier book, whose preparations are taken over where the decisions are the same; may be null.</param>
    public TermIndex(IEnumerable<VaultDecision> decisions, TermIndex? before = null)
    {
        var everywhere = new List<VaultDecision>();
        foreach (var decision in decisions.Where(decision => decision.Term is not null && decision.Scope != DecisionScope.Place))
        {
            if (decision.Scope == DecisionScope.Everywhere)
            {
                everywhere.Add(decision);
            }
            else if ((decision.Person ?? decision.Unit) is { } handle)
            {
                // A post's text and its thread bear one handle; a decision for the text does not reach the comments.
                var scope = (decision.Scope, handle);
                if (!_scoped.TryGetValue(scope, out var list))
                {
                    _scoped.Add(scope, list = []);
                }

                list.Add(decision);
            }
        }

        // A decision is never changed, so the same names in the same order are the same terms. Thousands of them take a moment to prepare.
        _everywhere = [.. everywhere.Select(decision => decision.Handle)];
        Everywhere = before is not null && before._everywhere.SequenceEqual(_everywhere) ? before.Everywhere : new TermGroup(everywhere);
    }

    /// <summary>Terms that hold everywhere.</summary>
    public TermGroup Everywhere { get; }

    /// <summary>Terms of one thread (by its post), one text or one writer; null where there are none.</summary>
    /// <param name="kind">Which of the three.</param>
    /// <param name="handle">Handle of the post, the text or the writer.</param>
    public TermGroup? Of(DecisionScope kind, VaultHandle handle)
    {
        var scope = (kind, handle);
        if (!_scoped.TryGetValue(scope, out var decisions))
        {
            return null;
        }

        if (!_groups.TryGetValue(scope, out var group))
        {
            _groups.Add(scope, group = new TermGroup(decisions));
        }

        return group;
    }
}
