using Blog.Redact;

namespace Blog.Guests;

/// <summary>Words of a text that tell a fact, and truthful ones that say less.</summary>
/// <param name="Range">Where they stand in the body.</param>
/// <param name="Ladder">What could stand instead, each saying less than the one before; none where the program knows none.</param>
public sealed record ToldWords(TextRange Range, IReadOnlyList<string> Ladder);
