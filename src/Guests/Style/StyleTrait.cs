using Blog.Redact;

namespace Blog.Guests.Style;

/// <summary>Something of a text's style that stands out against the crowd.</summary>
/// <param name="Name">What is counted, in words of this program, e.g. <c>semicolons</c> or <c>"whilst"</c>.</param>
/// <param name="IsMore">True where the text has more of it than the crowd, false where less.</param>
/// <param name="Strength">How far from the crowd's mean, in its standard deviations; at least 2.</param>
/// <param name="IsOfNamed">True where the named texts stand out the same way: what they and this text share.</param>
/// <param name="Places">Where it stands in the text's Markdown, by UTF-16 positions, at most 20; empty where it stands nowhere or is a length.</param>
public sealed record StyleTrait(string Name, bool IsMore, double Strength, bool IsOfNamed, IReadOnlyList<TextRange> Places);
