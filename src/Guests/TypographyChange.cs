namespace Blog.Guests;

/// <summary>How often one habit was made neutral in a text.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Count">How often, at least 1.</param>
public sealed record TypographyChange(TypographyChangeKind Kind, int Count);
