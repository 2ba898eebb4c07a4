using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>Words that somebody took out of one text or thread, and that stand in others still.</summary>
/// <param name="Words">The words.</param>
/// <param name="Kind">What they are; null where nobody said.</param>
/// <param name="TakenOut">Texts and threads out of which they were taken.</param>
/// <param name="Hits">Texts in which they stand and on which nobody decided about them, the first of at most 200.</param>
public sealed record StandingTerm(string Words, string? Kind, int TakenOut, IReadOnlyList<SearchHit> Hits);
