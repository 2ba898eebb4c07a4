using System.Globalization;
using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>
/// Puts what several sources of one archive say of one entry in order, so that the same one stands whichever came first: exports over saved
/// pages, then what was changed last, then what hides over what shows, then the rank of the source; of saved pages the longer text.
/// </summary>
/// <remarks>
/// Two exports of one kind that say the same time of change are the same words read anew, by a newer version of this program perhaps: there the
/// import that came last stands. Saved pages have no such time, so of them the text itself decides.
/// </remarks>
internal static class Standing
{
    /// <summary>A word that sorts by standing (ordinal); null for sources without a rank, of which the last import stands.</summary>
    public static string? Of(int rank, ImportedPost post, byte[] hash) => Of(rank, post.Changed, post.Visibility != Visibility.Public, post.Body.Markdown.Length, hash);

    /// <summary>As <see cref="Of(int, ImportedPost, byte[])"/>.</summary>
    public static string? Of(int rank, ImportedComment comment, byte[] hash) =>
        Of(rank, comment.Changed, comment.Visibility != Visibility.Public || comment.State != CommentState.Published, comment.Body.Markdown.Length, hash);

    /// <summary>Whether what is held stands above what has come.</summary>
    public static bool IsAbove(string? held, string? come) => held is not null && come is not null && string.CompareOrdinal(held, come) > 0;

    private static string? Of(int rank, DateTimeOffset? changed, bool isHidden, int length, byte[] hash)
    {
        if (rank == 0)
        {
            return null;
        }

        var isPage = rank <= SourceRanks.SavedPage;
        var word = string.Create(CultureInfo.InvariantCulture, $"{(isPage ? 0 : 1)}/{changed?.UtcTicks ?? 0:D19}/{(isHidden ? 1 : 0)}/{rank:D3}");
        return isPage ? string.Create(CultureInfo.InvariantCulture, $"{word}/{length:D9}/{Convert.ToHexStringLower(hash)}") : word;
    }
}
