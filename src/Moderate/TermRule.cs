using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>One form of a term that a decision names.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Variant">The form.</param>
internal readonly record struct TermRule(VaultDecision Decision, TermVariant Variant)
{
    /// <summary>Whether the form counts only where a sure form of the term stands in the same thread.</summary>
    public bool NeedsContext => Variant.Strength == VariantStrength.InContext && Decision.Scope == DecisionScope.Everywhere;
}
