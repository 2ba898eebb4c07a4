using Blog.Model;
using Blog.Text;

namespace Blog.Site;

/// <summary>Titles and names as feeds show them: plain text, marks as readers read them, the same words as on the pages.</summary>
internal static class FeedNames
{
    /// <summary>Title of a post.</summary>
    public static string OfPost(PostFrontMatter post) =>
        string.IsNullOrWhiteSpace(post.Title) ? "Untitled" : RedactionMarkSplitter.ReaderText(post.Title);

    /// <summary>Name that stands for the editor.</summary>
    public static string OfEditor(SiteSettings settings) => RedactionMarkSplitter.ReaderText(settings.Editor ?? settings.Title);

    /// <summary>Name that stands for a post's writer.</summary>
    public static string OfWriter(PostFrontMatter post, SiteSettings settings) =>
        post.Author is { Length: > 0 } author ? RedactionMarkSplitter.ReaderText(author) : OfEditor(settings);

    /// <summary>Name of a comment's writer.</summary>
    public static string OfCommenter(CommentFields comment) =>
        comment.Author is { Length: > 0 } author ? RedactionMarkSplitter.ReaderText(author) : "Anonymous";
}
