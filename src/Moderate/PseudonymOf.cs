using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Gives the pseudonym of a person whom a decision renames, in one thread; the same whenever it is asked for.</summary>
/// <param name="decision">A decision of the action <see cref="DecisionAction.Pseudonym"/> without words of its own.</param>
/// <param name="thread">The post of the thread.</param>
public delegate string PseudonymOf(VaultDecision decision, VaultHandle thread);
