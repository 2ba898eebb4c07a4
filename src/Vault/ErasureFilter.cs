using Blog.Html;
using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>Stands between a reader and the store: entries that were erased come in as places without words, others without quotes of erased ones.</summary>
internal sealed class ErasureFilter(ErasureList list, ImportedPlace source)
{
    private readonly ErasureMask _mask = new(list);

    /// <summary>Whether a post was erased: this one, or the same text in another archive.</summary>
    public bool IsErased(ImportedPost post) => list.Count > 0 && (list.IsErased(source.Format, source.Key, "post", post.SourceId) || list.IsErasedText(post.Body.Markdown));

    /// <summary>Whether a comment was erased.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="key">What makes it itself in its archive.</param>
    public bool IsErased(ImportedComment comment, string key) => list.Count > 0 && (list.IsErased(source.Format, source.Key, "comment", key) || list.IsErasedText(comment.Body.Markdown));

    /// <summary>A post without quotes of erased texts and names that went with them.</summary>
    public ImportedPost Clean(ImportedPost post) => list.Count == 0 ? post : post with
    {
        Body = _mask.Apply(post.Body, Scope(post.SourceId)),
        Title = post.Title is null ? null : _mask.Apply(post.Title, Scope(post.SourceId)) ?? post.Title,
    };

    /// <summary>A comment without them.</summary>
    public ImportedComment Clean(ImportedComment comment) => list.Count == 0 ? comment : comment with { Body = _mask.Apply(comment.Body, Scope(comment.PostSourceId)) };

    /// <summary>The place of an erased post.</summary>
    public static ImportedPost Empty(ImportedPost post) => post with
    {
        Visibility = Visibility.Trashed,
        Title = null,
        Body = NoBody,
        Permalink = null,
        Author = null,
        Labels = [],
        Series = null,
        StatedComments = null,
        Flags = [],
    };

    /// <summary>The place of an erased comment, so that its thread stands.</summary>
    public static ImportedComment Empty(ImportedComment comment) => comment with { State = CommentState.Erased, Author = null, Body = NoBody, Flags = [] };

    private static ImportedBody NoBody => new(new RawHtml(string.Empty), string.Empty, []);

    private string Scope(string postId) => ErasureList.ThreadScope(source.Format, source.Key, postId);
}
