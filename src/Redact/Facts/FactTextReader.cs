using Blog.Vault;

namespace Blog.Redact.Facts;

/// <summary>Reads the texts of a private store as the search for facts takes them. Everything else in this folder works on plain texts.</summary>
public static class FactTextReader
{
    /// <summary>Every post with its comments behind it, in the store's order; removed comments have no text and are left out.</summary>
    /// <param name="store">The open store.</param>
    public static IEnumerable<FactText> Read(VaultStore store)
    {
        foreach (var post in store.Posts())
        {
            yield return Of(post);
            foreach (var comment in CommentsOf(store, post))
            {
                yield return comment;
            }
        }
    }

    /// <summary>One thread: its post, then its comments.</summary>
    public static IReadOnlyList<FactText> Thread(VaultStore store, VaultPost post) => [Of(post), .. CommentsOf(store, post)];

    private static FactText Of(VaultPost post) => new()
    {
        Handle = post.Handle,
        Thread = post.Handle,
        Identity = post.Author?.Identity,
        IsGuest = IsGuest(post.Title),
        Written = post.Published?.Value.Year,
        Markdown = post.Markdown,
    };

    private static IEnumerable<FactText> CommentsOf(VaultStore store, VaultPost post)
    {
        var comments = store.Comments(post.Row);
        var handles = comments.ToDictionary(comment => comment.Row, comment => comment.Handle);
        return comments.Where(comment => comment.Markdown.Length > 0).Select(comment => new FactText
        {
            Handle = comment.Handle,
            Thread = post.Handle,
            Parent = comment.ParentRow is { } parent && handles.TryGetValue(parent, out var replied) ? replied : null,
            Identity = comment.Author?.Identity,
            Written = comment.Published?.Value.Year,
            Markdown = comment.Markdown,
        });
    }

    /// <summary>Titles of guest posts say so on these blogs ("Guest Blog 47"); where they do not, a greeting inside still shows a letter.</summary>
    private static bool IsGuest(string? title) => title is not null && title.Contains("guest", StringComparison.OrdinalIgnoreCase);
}
