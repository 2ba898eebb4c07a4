namespace Blog.Bench.Threads;

/// <summary>Digits in a comment that look like a time citation and are none: diary lines, decimals, sections, percentages, dates, trains.</summary>
/// <param name="Text">The digits as they stand: <c>12:30</c>, <c>13.8</c>, <c>4.2</c>.</param>
/// <param name="Offset">Where they begin in <see cref="GeneratedComment.Body"/>, in UTF-16 units.</param>
public sealed record GeneratedLookAlike(string Text, int Offset);
