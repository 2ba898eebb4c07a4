namespace Blog.Release.Erasure;

/// <summary>What a rewriting of the history would do, or why it cannot be done.</summary>
/// <param name="Obstacles">Why not; empty where it can be done.</param>
/// <param name="Branch">The branch that stays, with one commit.</param>
/// <param name="Commits">Commits that all refs, stashes and reflogs lead to.</param>
/// <param name="Going">Names of refs that go: other branches, tags, stashes, notes, what is known of remotes.</param>
/// <param name="Remotes">Names of remotes, which keep what they have.</param>
public sealed record GitRewritePlan(IReadOnlyList<string> Obstacles, string Branch, int Commits, IReadOnlyList<string> Going, IReadOnlyList<string> Remotes);
