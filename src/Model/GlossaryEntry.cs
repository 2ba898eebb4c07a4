namespace Blog.Model;

/// <summary>What an abbreviation stands for.</summary>
/// <param name="Means">Its meaning; the part before the first comma, semicolon, colon or bracket is its name in full.</param>
/// <param name="From">Year or month from which it was in use, <c>2014</c> or <c>2014-02</c>; null where not given.</param>
/// <param name="To">Year or month until which; null where not given.</param>
public sealed record GlossaryEntry(string Means, string? From = null, string? To = null);
