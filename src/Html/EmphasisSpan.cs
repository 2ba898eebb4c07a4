namespace Blog.Html;

/// <summary>One pair of emphasis delimiters in written Markdown.</summary>
/// <param name="Open">Position of the opening delimiter.</param>
/// <param name="Close">Position of the closing delimiter.</param>
/// <param name="Length">Length of either.</param>
internal readonly record struct EmphasisSpan(int Open, int Close, int Length);
