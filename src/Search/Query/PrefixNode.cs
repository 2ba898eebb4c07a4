namespace Blog.Search.Query;

/// <summary>Terms with a beginning.</summary>
/// <param name="Field">The field.</param>
/// <param name="Start">The beginning as typed.</param>
public sealed record PrefixNode(QueryField Field, string Start) : QueryNode;
