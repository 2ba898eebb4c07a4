using Blog.Source;

namespace Blog.Pages;

/// <summary>Whether and with what the site takes submissions, on the day of a build.</summary>
/// <param name="Keys">The published keys; null where there are none.</param>
/// <param name="Today">The day.</param>
/// <param name="HasReplies">Whether there are answers (or decoys) under <c>/replies/</c>.</param>
public sealed record SubmissionOpening(SubmissionKeys? Keys, DateOnly Today, bool HasReplies)
{
    /// <summary>No keys, so nothing is taken.</summary>
    public static SubmissionOpening None { get; } = new(null, DateOnly.MinValue, HasReplies: false);
}
