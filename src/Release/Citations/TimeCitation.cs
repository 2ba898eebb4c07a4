using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>A clock time in a comment by which its writer means another comment.</summary>
/// <param name="Start">First position of the time in the view of the text (<see cref="ProseView"/>).</param>
/// <param name="Length">Its length, with am or pm.</param>
/// <param name="Time">The time.</param>
/// <param name="Form">How it is said.</param>
/// <param name="Opens">Nothing but an address ("Anon at") stands before it in the comment: the whole comment answers.</param>
internal sealed record TimeCitation(int Start, int Length, ClockTime Time, CitationForm Form, bool Opens)
{
    /// <summary>Position after it.</summary>
    public int End => Start + Length;

    /// <summary>It is said to be the writer's own comment ("my point at 11:23").</summary>
    public bool IsOwn => Form == CitationForm.OwnComment;
}
