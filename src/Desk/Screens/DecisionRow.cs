using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>A decision as lists show it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="What">What it did, without a word of a text.</param>
/// <param name="Where">The text or thread it is about; null where it is about none.</param>
/// <param name="Unit">The text it can be seen in; null where there is none.</param>
/// <param name="IsInForce">Whether it holds.</param>
public sealed record DecisionRow(VaultDecision Decision, string What, string? Where, VaultHandle? Unit, bool IsInForce);
