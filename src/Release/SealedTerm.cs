using Blog.Text;

namespace Blog.Release;

/// <summary>Words that must not be in the site, and where.</summary>
/// <param name="Words">The words; never shown.</param>
/// <param name="Letters">In which letter case they count.</param>
/// <param name="Units">Public ids of the posts and comments; null for everywhere.</param>
/// <param name="Exceptions">Public ids of posts and comments in which somebody decided that they stay.</param>
public sealed record SealedTerm(string Words, LetterCase Letters, IReadOnlyCollection<string>? Units, IReadOnlyCollection<string> Exceptions)
{
    /// <summary>Nothing of it.</summary>
    public override string ToString() => "SealedTerm";
}
