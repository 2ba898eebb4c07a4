namespace Blog.Moderate;

/// <summary>A real name that gives way in a thread's texts.</summary>
/// <param name="Name">The name as the old page showed it.</param>
/// <param name="Replacement">What stands in its place: a pseudonym, or a redaction mark.</param>
public sealed record NameTerm(string Name, string Replacement);
