using Blog.Redact;
using Blog.Vault;

namespace Blog.Guests;

/// <summary>Something found in a guest's text.</summary>
/// <param name="Field">Title or body.</param>
/// <param name="Finding">What, where and why.</param>
/// <param name="Words">The words as they stand there.</param>
public sealed record GuestFinding(TextField Field, Finding Finding, string Words)
{
    /// <summary>The kind: the words are private.</summary>
    public override string ToString() => FindingKindTable.ToWord(Finding.Kind);
}
