namespace Blog.Guests;

/// <summary>A guest's text as somebody left it.</summary>
/// <param name="Made">When, in UTC.</param>
/// <param name="By">Pen name of who did.</param>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Markdown">Its text in Markdown, as it would stand in a file (<see cref="Source.SourceText.CanonicalBody"/>).</param>
public sealed record GuestVersion(DateTimeOffset Made, string By, string? Title, string Markdown);
