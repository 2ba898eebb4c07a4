namespace Blog.Requests;

/// <summary>Something that has its day: what, by when, and what to do. Holds no word of a text and no name of a person.</summary>
/// <param name="Day">The day by which it is due.</param>
/// <param name="IsOverdue">Whether that day has come without its having been done.</param>
/// <param name="What">What it is, a sentence.</param>
/// <param name="Do">What to do.</param>
public sealed record DueItem(DateOnly Day, bool IsOverdue, string What, string Do);
