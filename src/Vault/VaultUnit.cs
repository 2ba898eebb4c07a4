namespace Blog.Vault;

/// <summary>A post or comment of the vault by its names, without its words.</summary>
/// <param name="Handle">Its random name.</param>
/// <param name="PostRow">Row of the post it is, or stands under.</param>
/// <param name="CommentRow">Row of the comment; null for a post.</param>
/// <param name="PublicId">The id of the old blog, or one made here.</param>
/// <param name="FreshId">The id it got instead; null where it never needed one.</param>
public readonly record struct VaultUnit(VaultHandle Handle, long PostRow, long? CommentRow, string PublicId, string? FreshId);
