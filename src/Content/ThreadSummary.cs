using Blog.Model;

namespace Blog.Content;

/// <summary>The shape of a thread.</summary>
/// <param name="Published">Comments with their text.</param>
/// <param name="Removed">Comments without it.</param>
/// <param name="TopLevel">Comments at the top level, removed ones included.</param>
/// <param name="Parts">Pages the thread takes, at least 1 (also for an empty one).</param>
/// <param name="Latest">Date of the newest comment; null where none has a date.</param>
public sealed record ThreadSummary(int Published, int Removed, int TopLevel, int Parts, PublicDate? Latest)
{
    /// <summary>Published comments by their date, oldest first; those without a date are left out.</summary>
    public IReadOnlyList<DateCount> Dates { get; init; } = [];

    /// <summary>No comments.</summary>
    public static readonly ThreadSummary None = new(0, 0, 0, 1, null);
}
