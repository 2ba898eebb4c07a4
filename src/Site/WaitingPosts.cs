namespace Blog.Site;

/// <summary>Posts that are in <c>input/</c> and wait for their day.</summary>
/// <param name="Count">How many.</param>
/// <param name="Next">The first of their days; null where none waits.</param>
public sealed record WaitingPosts(int Count, DateOnly? Next);
