namespace Blog.Commands;

/// <summary>What a release writes to the screen beside its counts.</summary>
/// <param name="Full">Every change in full.</param>
/// <param name="Links">Links that lead nowhere, with their addresses.</param>
internal sealed record ReleaseTelling(bool Full, bool Links);
