namespace Blog.Pages;

/// <summary>A link with plain words.</summary>
/// <param name="Href">Where it leads, ready for the page.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsCurrent">Whether it leads to the page or section it stands on.</param>
public sealed record LinkView(string Href, string Text, bool IsCurrent = false);
