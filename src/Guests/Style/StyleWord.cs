namespace Blog.Guests.Style;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where in the prose.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Lower">Its letters in lower case, apostrophes straight.</param>
internal readonly record struct StyleWord(int Start, int Length, string Lower);
