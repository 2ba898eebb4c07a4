namespace Blog.Search.Query;

/// <summary>Several queries together.</summary>
/// <param name="Clauses">In the order in which they were typed.</param>
public sealed record GroupNode(IReadOnlyList<QueryClause> Clauses) : QueryNode;
