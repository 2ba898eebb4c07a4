namespace Blog.Vault;

/// <summary>A post whose number of comments is not what its source says.</summary>
/// <param name="PostSourceId">Id of the post within the source.</param>
/// <param name="Stated">Comments the source says it has; null where the post itself is not in the source, so that its comments are orphans.</param>
/// <param name="Found">Comments of it in this import, removed ones included.</param>
public sealed record CommentBalance(string PostSourceId, int? Stated, int Found);
