namespace Blog.Import;

/// <summary>The writer of a post or comment as the source names them; all of it stays in the vault.</summary>
public sealed record ImportedAuthor
{
    /// <summary>Name shown on the old page; null where it showed none.</summary>
    public string? Name { get; init; }

    /// <summary>The source's own stable key of a person (Blogger's <c>pid-…</c>), if any: hidden on the old page.</summary>
    public string? Key { get; init; }

    /// <summary>Profile or site address, if any.</summary>
    public string? ProfileUrl { get; init; }

    /// <summary>E-mail address, if any.</summary>
    public string? Email { get; init; }

    /// <summary>Address of an avatar, if any.</summary>
    public string? AvatarUrl { get; init; }
}
