using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>A text that may belong to what somebody asks to have erased, or that is about it: for a person to look at.</summary>
/// <param name="Unit">The text.</param>
/// <param name="To">Which of the texts that are meant it leads to, or is led to from.</param>
/// <param name="Reason">Why.</param>
/// <param name="OneOf">How many comments the citation may mean; 1 where it is sure, and for all other reasons.</param>
/// <param name="In">The prose in which the citation or quote stands: the text's own, but for <see cref="RelatedReason.CalledTheirOwn"/>, where it stands in <paramref name="To"/>.</param>
/// <param name="Start">Where it stands there.</param>
/// <param name="Length">Its length.</param>
public sealed record RelatedText(VaultHandle Unit, VaultHandle To, RelatedReason Reason, int OneOf, string In, int Start, int Length)
{
    /// <summary>The reason in words that name nothing of a text.</summary>
    public string Words => Reason switch
    {
        RelatedReason.SaysItsOwn => "cites it by its time as its own writer's, so likely the same person's" + Doubt,
        RelatedReason.CalledTheirOwn => "is cited by it, by its time, as its own writer's, so likely the same person's" + Doubt,
        RelatedReason.CitesTime => "cites it by its time" + Doubt,
        RelatedReason.CitesNumber => "cites it by its number",
        RelatedReason.Quotes => "quotes it",
        _ => throw new InvalidOperationException($"No words for {Reason}."),
    };

    private string Doubt => OneOf > 1 ? FormattableString.Invariant($" (one of {OneOf})") : string.Empty;
}
