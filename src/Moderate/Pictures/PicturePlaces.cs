using Blog.Import;
using Blog.Model;
using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate.Pictures;

/// <summary>Finds the places where texts of the vault show pictures.</summary>
public static class PicturePlaces
{
    /// <summary>Every place, post by post in the order of the vault, a post before its comments.</summary>
    public static IEnumerable<PicturePlace> Of(VaultStore vault)
    {
        foreach (var post in vault.Posts())
        {
            foreach (var place in In(post.Markdown, post, post.Handle))
            {
                yield return place;
            }

            foreach (var comment in vault.Comments(post.Row))
            {
                foreach (var place in In(comment.Markdown, post, comment.Handle))
                {
                    yield return place;
                }
            }
        }
    }

    /// <summary>Addresses of the pictures that everybody could see on the old blog, each once, in ordinal order: none that only a draft, a spam or removed comment names.</summary>
    public static IReadOnlyList<string> PublicAddresses(VaultStore vault)
    {
        var addresses = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var post in vault.Posts().Where(post => post.Visibility == Visibility.Public))
        {
            addresses.UnionWith(In(post.Markdown, post, post.Handle).Select(place => place.Address));
            foreach (var comment in vault.Comments(post.Row).Where(comment => comment is { Visibility: Visibility.Public, State: CommentState.Published }))
            {
                addresses.UnionWith(In(comment.Markdown, post, comment.Handle).Select(place => place.Address));
            }
        }

        return [.. addresses];
    }

    private static IEnumerable<PicturePlace> In(string markdown, VaultPost post, VaultHandle unit) =>
        !markdown.Contains("![", StringComparison.Ordinal)
            ? []
            : MarkdownOutline.Read(markdown).Links
                .Where(link => link.Form == MarkdownLinkForm.Image)
                .Select(link => new PicturePlace(link.Address.Of(markdown), post.Handle, unit, post.Title, link.Words.Of(markdown)));
}
