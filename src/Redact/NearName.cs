namespace Blog.Redact;

/// <summary>A stretch of a text that is nearly a public name.</summary>
/// <param name="Range">Where it stands, in UTF-16 units.</param>
/// <param name="Name">The public name.</param>
public readonly record struct NearName(TextRange Range, string Name);
