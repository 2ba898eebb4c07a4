using Blog.Vault;

namespace Blog.Moderate.Pictures;

/// <summary>One place where a text shows a picture.</summary>
/// <param name="Address">The picture's address as it stands in the text.</param>
/// <param name="Post">The post, or the one the comment stands under.</param>
/// <param name="Unit">The post or comment itself.</param>
/// <param name="Title">The post's title; null where it has none.</param>
/// <param name="Words">Its alternative text; may be empty.</param>
public sealed record PicturePlace(string Address, VaultHandle Post, VaultHandle Unit, string? Title, string Words);
