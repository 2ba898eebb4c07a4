namespace Blog.Vault;

/// <summary>What somebody sent.</summary>
public enum SubmissionKind
{
    /// <summary>A text for the blog.</summary>
    Post,

    /// <summary>A comment on a post.</summary>
    Comment,

    /// <summary>A wish that something be removed.</summary>
    Remove,

    /// <summary>An answer to what the editors answered, or a withdrawal.</summary>
    Answer,

    /// <summary>A message that could be opened and is not in the form of the page: somebody's own tool wrote it.</summary>
    Other,

    /// <summary>A message that no key here opens.</summary>
    Unopened,
}
