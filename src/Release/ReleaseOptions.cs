using Blog.Vault;

namespace Blog.Release;

/// <summary>What a release is asked to do.</summary>
/// <param name="DryRun">Say what would change, and change nothing.</param>
/// <param name="Post">Public id or address of the one post to release; null for all.</param>
/// <param name="Restore">Write files again that were deleted by hand.</param>
/// <param name="Supposed">Decisions that are taken as made for this run, after those of the vault: what a dry run rehearses. Usually none.</param>
/// <param name="Unfinished">What becomes of posts that were never released where something around them still waits.</param>
/// <param name="DueOnly">Of everything, release only guests' texts whose day has come, and remove only those that must not stand any more.</param>
public sealed record ReleaseOptions(bool DryRun, string? Post, bool Restore, IReadOnlyList<VaultDecision> Supposed, UnfinishedPolicy Unfinished = UnfinishedPolicy.Release, bool DueOnly = false);
