namespace Blog.Vault;

/// <summary>How much is in a store; numbers only.</summary>
/// <param name="Sources">Archives taken in.</param>
/// <param name="Posts">Posts of every visibility.</param>
/// <param name="Pages">Pages of every visibility.</param>
/// <param name="Comments">Comments of every visibility and state.</param>
/// <param name="OrphanComments">Comments among them whose post is not in the store.</param>
/// <param name="PublicPosts">Posts and pages that the old blog showed.</param>
/// <param name="PublicComments">Comments that the old blog showed, removed and lost ones included.</param>
/// <param name="People">Writers as shown; unlinked ones of one name count once.</param>
/// <param name="Imports">Finished imports.</param>
/// <param name="ReleasedFiles">Files in <c>input/</c> that a release wrote.</param>
/// <param name="Pseudonyms">Pseudonyms given.</param>
/// <param name="Texts">Posts and comments with words.</param>
/// <param name="TextsRead">Texts that rules have read.</param>
/// <param name="Findings">What they found, near misses included.</param>
/// <param name="Decisions">Decisions ever made, undone ones included.</param>
/// <param name="DecisionsInForce">Those that nothing has undone or replaced; an undoing is not counted.</param>
/// <param name="Releases">Runs of a release.</param>
/// <param name="SealedItems">Sealed rows, the store's own left out.</param>
/// <param name="AuditEntries">Entries in the audit.</param>
public sealed record VaultCounts(
    long Sources,
    long Posts,
    long Pages,
    long Comments,
    long OrphanComments,
    long PublicPosts,
    long PublicComments,
    long People,
    long Imports,
    long ReleasedFiles,
    long Pseudonyms,
    long Texts,
    long TextsRead,
    long Findings,
    long Decisions,
    long DecisionsInForce,
    long Releases,
    long SealedItems,
    long AuditEntries);
