using Blog.Redact;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>The same words found as the same kind of thing, wherever they stand: one decision may settle all of them.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Texts">The texts that hold them, each once.</param>
/// <param name="Places">How often they stand.</param>
/// <param name="Holds">They hold texts back.</param>
public sealed record BoardTerm(BoardFinding First, IReadOnlyList<VaultHandle> Texts, int Places, bool Holds)
{
    /// <summary>What they are.</summary>
    public FindingKind Kind => First.Kind;

    /// <summary>The words as they stand in the first place.</summary>
    public string Words => First.Words;
}
