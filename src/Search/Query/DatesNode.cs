namespace Blog.Search.Query;

/// <summary>Units of a time.</summary>
/// <param name="From">First day, month or year (<c>2015</c>, <c>2015-03</c>, <c>2015-03-14</c>); empty for no bound.</param>
/// <param name="To">Last day, month or year; empty for no bound.</param>
/// <param name="IsFromExcluded">Whether the first is left out.</param>
/// <param name="IsToExcluded">Whether the last is left out.</param>
public sealed record DatesNode(string From, string To, bool IsFromExcluded, bool IsToExcluded) : QueryNode;
