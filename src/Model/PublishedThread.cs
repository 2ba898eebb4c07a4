namespace Blog.Model;

/// <summary>The comments of one post in thread order, which is the order of the file: a parent before its replies, depth first.</summary>
/// <param name="Post">The post they stand under.</param>
/// <param name="Comments">All comments, removed ones included.</param>
public sealed record PublishedThread(PostId Post, IReadOnlyList<PublishedComment> Comments);
