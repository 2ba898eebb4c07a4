namespace Blog.Content;

/// <summary>In how many texts of a post and its thread an abbreviation of the glossary stands, by year.</summary>
/// <param name="Term">The abbreviation.</param>
/// <param name="Year">The year of the texts.</param>
/// <param name="Texts">Texts with it.</param>
public readonly record struct TermUse(string Term, int Year, int Texts);
