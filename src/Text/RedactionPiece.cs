namespace Blog.Text;

/// <summary>A piece of a plain text that may hold redaction marks: either words or a mark.</summary>
/// <param name="Text">The words; for a mark what readers read in its place.</param>
/// <param name="Mark">The mark; null for words.</param>
public sealed record RedactionPiece(string Text, RedactionMark? Mark);
