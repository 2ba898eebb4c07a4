namespace Blog.Site;

/// <summary>What was written to the staging folder.</summary>
/// <param name="Posts">Posts.</param>
/// <param name="Comments">Comments, removed ones included.</param>
/// <param name="Warnings">What the editor should look at, sorted.</param>
/// <param name="Waiting">Posts whose day is still to come.</param>
public sealed record SiteBuildReport(int Posts, int Comments, IReadOnlyList<string> Warnings, WaitingPosts Waiting);
