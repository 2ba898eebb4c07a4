namespace Blog.Desk.Screens;

/// <summary>What stands on every screen.</summary>
/// <param name="Blog">Title of the blog.</param>
/// <param name="Proof">Goes into every form.</param>
/// <param name="HasKeys">Whether single-key shortcuts are on.</param>
/// <param name="Said">What the last write did; null where there is nothing to say.</param>
/// <param name="Working">What is being done at the moment; null where nothing is.</param>
public sealed record ScreenFrame(string Blog, string Proof, bool HasKeys, string? Said, string? Working)
{
    /// <summary>Whose browser this is, where it is not that of who started the console; null where it is.</summary>
    public string? Who { get; init; }
}
