using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>
/// The place of an entry among others. Where an archive can come in parts, in any order, it follows from the entry itself and not from its place in a file: a comment's is its time, a post's
/// nothing at all (its date and id order it), so that halves in either order and the whole give the same store.
/// </summary>
internal sealed class EntryOrder(ImportedPlace source)
{
    // A capture and a blog folder are wholes, and their order is their writer's; the texts of guests and packets are put where their makers say.
    private readonly bool _isOwn = FormatOrder.IsArchive(source.Format) && source.Format is not ("capture" or "input");
    private readonly Dictionary<string, long> _last = [];

    /// <summary>A post's.</summary>
    public long Of(ImportedPost post) => _isOwn ? 0 : post.Ordinal;

    /// <summary>A comment's: milliseconds since 1970, where its time is known to the minute; else that of the one before it in the source, under the same post, so that it stays behind it.</summary>
    public long Of(ImportedComment comment)
    {
        if (!_isOwn)
        {
            return comment.Ordinal;
        }

        if (comment.Published is { Precision: DatePrecision.Minute } time)
        {
            var own = time.Value.ToUnixTimeMilliseconds();
            if (source.Rank == SourceRanks.SavedPage)
            {
                _last[comment.PostSourceId] = own; // only saved pages have comments without a time
            }

            return own;
        }

        return _last.GetValueOrDefault(comment.PostSourceId, comment.Ordinal);
    }
}
