using Blog.Redact;

namespace Blog.Guests.Style;

/// <summary>An edit that makes a text less its writer's and keeps its meaning; the editor reads the sentence before accepting it.</summary>
/// <param name="Place">What it replaces in the text's Markdown.</param>
/// <param name="Replacement">What stands there instead, from a table of the program, its first letter's case kept; may be empty.</param>
/// <param name="Reason">Why it is offered.</param>
public sealed record StyleEdit(TextRange Place, string Replacement, StyleEditReason Reason)
{
    /// <summary>As the functions that apply edits take it; edits of one report do not overlap.</summary>
    public TextEdit ToTextEdit() => new(Place.Start, Place.Length, Replacement);
}
