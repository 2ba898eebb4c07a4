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

    private static IEnumerable<PicturePlace> In(string markdown, VaultPost post, VaultHandle unit) =>
        !markdown.Contains("![", StringComparison.Ordinal)
            ? []
            : MarkdownOutline.Read(markdown).Links
                .Where(link => link.Form == MarkdownLinkForm.Image)
                .Select(link => new PicturePlace(link.Address.Of(markdown), post.Handle, unit, post.Title, link.Words.Of(markdown)));
}
