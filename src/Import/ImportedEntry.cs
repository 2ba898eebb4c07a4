namespace Blog.Import;

/// <summary>One thing an importer found, in the order of the source; the closed set is <see cref="ImportedSource"/>,
/// <see cref="ImportedPost"/>, <see cref="ImportedThread"/>, <see cref="ImportedComment"/>, <see cref="SkippedEntry"/>.</summary>
/// <remarks>
/// The one seam between importers and the vault: a reader is <c>IEnumerable&lt;ImportedEntry&gt;</c>, streamed, with exactly one
/// <see cref="ImportedSource"/> first. Comments may come before their post and replies before their parent.
/// </remarks>
public abstract record ImportedEntry
{
    private protected ImportedEntry()
    {
    }
}
