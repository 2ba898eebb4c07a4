using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>A post or comment as the search for facts takes it.</summary>
public sealed record FactText
{
    /// <summary>Names the post or comment.</summary>
    public required VaultHandle Handle { get; init; }

    /// <summary>The post of its thread; of a post itself.</summary>
    public required VaultHandle Thread { get; init; }

    /// <summary>The comment it replies to; null for a post and for comments of the first level.</summary>
    public VaultHandle? Parent { get; init; }

    /// <summary>Who wrote it, where texts of one writer are known to be one writer's; null for everybody shown without a name, each of whom stands alone.</summary>
    public string? Identity { get; init; }

    /// <summary>Whether a post as a whole is the text of somebody else than the one who posted it: a guest post.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The year it was written; null where that is not known.</summary>
    public int? Written { get; init; }

    /// <summary>Its Markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>Whether it is a post.</summary>
    public bool IsPost => Handle == Thread;

    /// <summary>Its handle: the text is private.</summary>
    public override string ToString() => Handle.ToString();
}
