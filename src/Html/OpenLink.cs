namespace Blog.Html;

/// <summary>A link that is being read.</summary>
/// <param name="Outer">The link around it, to return to.</param>
/// <param name="Start">Where its text begins.</param>
/// <param name="IsLost">Whether its address is lost, so that its text gets a mark.</param>
/// <param name="UnwrapsImage">Whether it goes if it holds only images.</param>
internal readonly record struct OpenLink(string? Outer, (int Paragraph, int Length) Start, bool IsLost, bool UnwrapsImage);
