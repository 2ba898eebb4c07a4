namespace Blog.Html;

/// <summary>A stretch of a paragraph with one style and one link.</summary>
/// <param name="Start">Where it begins in the paragraph's text; it ends where the next run begins.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">Index of its link in the paragraph's list, or -1.</param>
/// <param name="Image">Index of the image it stands for, or -1.</param>
internal readonly record struct InlineRun(int Start, InlineStyle Style, int Link, int Image);
