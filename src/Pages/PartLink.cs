namespace Blog.Pages;

/// <summary>A part of a long discussion, and for part 1 the anchors that lead to it.</summary>
/// <param name="Part">Its number, from 1.</param>
/// <param name="Href">Link to it.</param>
/// <param name="Range">Numbers of its first and last top-level comment: <c>51 to 100</c>.</param>
/// <param name="IsCurrent">Whether it is the part shown.</param>
/// <param name="Anchors">For every comment on it an anchor that leads there; empty except on part 1, where old links arrive.</param>
public sealed record PartLink(int Part, string Href, string Range, bool IsCurrent, IReadOnlyList<PartAnchor> Anchors);
