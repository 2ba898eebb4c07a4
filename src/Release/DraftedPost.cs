using Blog.Model;
using Blog.Vault;

namespace Blog.Release;

/// <summary>One post with its thread as they are released, and what was done to them.</summary>
/// <param name="Post">The post.</param>
/// <param name="Thread">Its thread; null where it has no comments.</param>
/// <param name="Counts">What was done.</param>
/// <param name="Secrets">What the gate has to look for because of them.</param>
internal sealed record DraftedPost(PublishedPost Post, PublishedThread? Thread, ReleaseCounts Counts, IReadOnlyList<ReleaseSecret> Secrets)
{
    /// <summary>Whether anything was taken out of the post's own title or text, or a name in it gave way to another.</summary>
    public required bool HasTakenOut { get; init; }

    /// <summary>Addresses of the old blog in its texts that lead nowhere here, in their order.</summary>
    public required IReadOnlyList<string> LostLinks { get; init; }
}
