namespace Blog.Search.Query;

/// <summary>A word of a phrase in one unit.</summary>
/// <param name="Order">Its place among the words of the phrase, from 0.</param>
/// <param name="Offset">Its position in the phrase, stop words counted.</param>
/// <param name="Positions">Where it stands in the unit, ascending, at least once.</param>
internal readonly record struct PhraseWord(int Order, int Offset, int[] Positions);
