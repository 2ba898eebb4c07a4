namespace Blog.Pages;

/// <summary>A link whose words are a title or a name and may hold redaction marks.</summary>
/// <param name="Href">Where it leads, ready for the page.</param>
/// <param name="Title">Its words.</param>
/// <param name="Unit">Unit the words belong to; null where they are a label or a series, which belong to none.</param>
public sealed record TitleLink(string Href, MarkedText Title, string? Unit = null);
