namespace Blog.Html;

/// <summary>Where a text stands, which decides how far its links are trusted.</summary>
public enum MarkdownPlace
{
    /// <summary>A comment: its links carry <c>rel="nofollow ugc noopener noreferrer"</c>.</summary>
    Comment,

    /// <summary>A post or static page: its links carry <c>rel="noopener noreferrer"</c>.</summary>
    Post,
}
