namespace Blog.Search.Query;

/// <summary>Words that stand together, or at most <paramref name="Slop"/> moves from it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The words as typed.</param>
/// <param name="Slop">How many moves of a word by one place may lie between the words as typed and as they stand.</param>
public sealed record PhraseNode(QueryField Field, string Text, int Slop) : QueryNode;
