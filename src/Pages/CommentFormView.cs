namespace Blog.Pages;

/// <summary>How somebody writes a new comment on a post.</summary>
/// <param name="Post">The post's unit.</param>
/// <param name="Form">The encrypting form; null where there is none.</param>
/// <param name="OldBlogHref">The post's place on the old blog; null where comments are not written there.</param>
public sealed record CommentFormView(string Post, SubmissionFormView? Form, string? OldBlogHref);
