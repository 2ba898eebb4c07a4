using Blog.Vault;

namespace Blog.Moderate;

/// <summary>A post or comment in its thread.</summary>
/// <param name="Post">The post.</param>
/// <param name="Comment">The comment; null for the post itself.</param>
public sealed record UnitPlace(VaultPost Post, VaultComment? Comment)
{
    /// <summary>Its handle.</summary>
    public VaultHandle Handle => Comment?.Handle ?? Post.Handle;

    /// <summary>Its writer; null where the source names none.</summary>
    public VaultPerson? Author => Comment is null ? Post.Author : Comment.Author;

    /// <summary>Its text as imported.</summary>
    public string Markdown => Comment?.Markdown ?? Post.Markdown;
}
