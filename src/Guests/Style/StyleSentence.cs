namespace Blog.Guests.Style;

/// <summary>A sentence of a text.</summary>
/// <param name="Start">Where in the prose.</param>
/// <param name="Length">Its length there.</param>
/// <param name="FirstWord">Number of its first word, from 0.</param>
/// <param name="WordCount">How many words it has, at least 1.</param>
internal readonly record struct StyleSentence(int Start, int Length, int FirstWord, int WordCount);
