namespace Blog.Desk.Review;

/// <summary>A stretch of an original as the console shows it.</summary>
/// <param name="Start">First position in the source, in UTF-16 units.</param>
/// <param name="Text">Its words.</param>
/// <param name="Finding">Position in the list of findings of the one it is marked for; null where nothing is marked.</param>
/// <param name="Look">How it is marked: <c>hold</c>, <c>mask</c>, <c>fact</c>, <c>near</c>, <c>out</c>, <c>kept</c>, <c>renamed</c>; empty where nothing is.</param>
public sealed record Segment(int Start, string Text, int? Finding, string Look);
