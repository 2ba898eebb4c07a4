namespace Blog.Model;

/// <summary>How new comments on a post are written.</summary>
public enum CommentWay
{
    /// <summary>No more are taken.</summary>
    Closed,

    /// <summary>On the old blog, whose export is brought in again.</summary>
    OldBlog,

    /// <summary>By the encrypted form under the post.</summary>
    Form,
}
