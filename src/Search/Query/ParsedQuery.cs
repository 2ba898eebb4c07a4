namespace Blog.Search.Query;

/// <summary>A query as read.</summary>
/// <param name="Query">The query; a group without clauses where nothing was asked.</param>
/// <param name="Notes">What could not be taken as typed, and how it was read; plain sentences.</param>
public sealed record ParsedQuery(QueryNode Query, IReadOnlyList<string> Notes);
