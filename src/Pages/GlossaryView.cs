namespace Blog.Pages;

/// <summary>An abbreviation as a page explains it.</summary>
/// <param name="Id">Id of the explanation, to which the buttons in the texts lead.</param>
/// <param name="Term">The abbreviation.</param>
/// <param name="Means">Its meaning.</param>
/// <param name="Times">When it was in use, in words; null where nothing is known.</param>
public sealed record GlossaryView(string Id, string Term, MarkedText Means, string? Times);
