namespace Blog.Desk.Access;

/// <summary>A browser that was let in, for as long as the console runs.</summary>
/// <param name="Proof">Stands in every form of its pages, and must come back with every write: what another site's page cannot know.</param>
/// <param name="Rights">What it may do.</param>
internal sealed record Session(string Proof, SessionRights Rights)
{
    /// <summary>What the next page says first, after a write that was answered by a redirection; taken once.</summary>
    public string? Said { get; set; }
}
