namespace Blog.Search.Query;

/// <summary>A part of a group.</summary>
/// <param name="Occur">Whether it must match.</param>
/// <param name="Query">The part.</param>
public sealed record QueryClause(Occur Occur, QueryNode Query);
