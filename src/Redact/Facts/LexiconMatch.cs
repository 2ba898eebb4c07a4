namespace Blog.Redact.Facts;

/// <summary>A phrase of a lexicon that stands at a word.</summary>
/// <param name="Class">Number of the lexicon.</param>
/// <param name="Length">How many words.</param>
/// <param name="Value">The phrase's value.</param>
internal readonly record struct LexiconMatch(int Class, int Length, string Value);
