namespace Blog.Search.Query;

/// <summary>Words of a field, not yet analysed: any of their terms.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">The words as typed.</param>
public sealed record WordsNode(QueryField Field, string Text) : QueryNode;
