using Blog.Text;

namespace Blog.Redact;

/// <summary>One form in which a term may stand in a text.</summary>
/// <param name="Text">The form.</param>
/// <param name="Strength">How surely it means the term.</param>
/// <param name="Case">In which letter case it counts.</param>
public readonly record struct TermVariant(string Text, VariantStrength Strength, LetterCase Case);
