using Blog.Import;
using Blog.Model;

namespace Blog.Vault;

/// <summary>How many entries of one kind an import brought, and what became of them.</summary>
/// <param name="Kind">Post or page; null for comments.</param>
/// <param name="Visibility">Whether the old blog showed them.</param>
/// <param name="State">Published, removed or missing; <see cref="CommentState.Published"/> for posts and pages.</param>
/// <param name="New">Not in the store before.</param>
/// <param name="Updated">Changed by the source since.</param>
/// <param name="Unchanged">In the store already.</param>
/// <param name="Repeated">Came twice in one import under one id; the first one stands.</param>
/// <param name="Erased">Erased here, and not taken in again.</param>
/// <param name="Kept">Changed by the source since, and left as decided on here.</param>
public sealed record EntryCount(EntryKind? Kind, Visibility Visibility, CommentState State, int New, int Updated, int Unchanged, int Repeated, int Erased, int Kept = 0)
{
    /// <summary>All of them.</summary>
    public int Total => New + Updated + Unchanged + Repeated + Erased + Kept;
}
