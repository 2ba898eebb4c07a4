namespace Blog.Search.Query;

/// <summary>A unit that a search found.</summary>
/// <param name="Unit">Its number.</param>
/// <param name="Score">Its score; 0 where only filters were asked for.</param>
public readonly record struct SearchHit(int Unit, float Score);
