using Blog.Model;
using Blog.Moderate;
using Blog.Text;
using Blog.Vault;

namespace Blog.Release;

/// <summary>Lists what the gate has to look for because of one released thread: what was taken out of each text, the thread's own terms, renamed commenters, dropped ids.</summary>
internal static class ReleaseSecretList
{
    /// <summary>A shorter number is no id that leads anywhere, and would fire on years and prices.</summary>
    private const int MinIdLength = 9;

    /// <summary>The secrets of a thread.</summary>
    /// <param name="id">Public id of the post.</param>
    /// <param name="post">The post in the vault.</param>
    /// <param name="nodes">Its comments in thread order.</param>
    /// <param name="ids">Their public ids.</param>
    /// <param name="also">By node, the public ids of the comments that were the same as it.</param>
    /// <param name="review">What was taken out.</param>
    /// <param name="mentions">The names of its commenters.</param>
    public static IReadOnlyList<ReleaseSecret> Of(
        PostId id, VaultPost post, IReadOnlyList<ThreadNode> nodes, List<CommentId> ids, IReadOnlyList<IReadOnlyList<CommentId>> also, ThreadReview review, NameMentions mentions)
    {
        var secrets = new List<ReleaseSecret>();
        secrets.AddRange(review.ThreadTerms.Select(taken => new ReleaseSecret(ReleaseSecretScope.Thread, id.Value, taken.Words, taken.Case, taken.Letters)));
        secrets.AddRange(mentions.Sought.Select(name => new ReleaseSecret(ReleaseSecretScope.Thread, id.Value, name.Words, null, name.Letters)));
        secrets.AddRange(review.Post.HeldOff.Select(decision => new ReleaseSecret(ReleaseSecretScope.HeldOff, id.Value, string.Empty, decision, LetterCase.Any)));
        secrets.AddRange(review.Post.TakenOut.Select(taken => new ReleaseSecret(ReleaseSecretScope.Unit, id.Value, taken.Words, taken.Case, taken.Letters)));
        if (post.PublicId != id && IsOldId(post.PublicId.Value))
        {
            secrets.Add(new ReleaseSecret(ReleaseSecretScope.Id, id.Value, post.PublicId.Value, null, LetterCase.Any));
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Source is not { } source)
            {
                continue;
            }

            secrets.AddRange(review.Comments[source.Row].HeldOff.Select(decision => new ReleaseSecret(ReleaseSecretScope.HeldOff, ids[i].Value, string.Empty, decision, LetterCase.Any)));
            secrets.AddRange(review.Comments[source.Row].TakenOut.Select(taken => new ReleaseSecret(ReleaseSecretScope.Unit, ids[i].Value, taken.Words, taken.Case, taken.Letters)));
            if (source.Id != ids[i] && IsOldId(source.Id.Value))
            {
                secrets.Add(new ReleaseSecret(ReleaseSecretScope.Id, ids[i].Value, source.Id.Value, null, LetterCase.Any));
            }

            secrets.AddRange(nodes[i].Also.Where((same, place) => same.Id != also[i][place] && IsOldId(same.Id.Value))
                .Select(same => new ReleaseSecret(ReleaseSecretScope.Id, ids[i].Value, same.Id.Value, null, LetterCase.Any)));
        }

        return [.. secrets.Distinct()];
    }

    /// <summary>Ids made here, keyed, never stood on the old blog.</summary>
    private static bool IsOldId(string id) => id.Length >= MinIdLength && id.All(char.IsAsciiDigit);
}
