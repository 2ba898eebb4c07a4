using Blog.Html;

namespace Blog.Vault;

/// <summary>What an import brought, in numbers and ids; the ledger is printed from it.</summary>
public sealed record ImportOutcome
{
    /// <summary>Format of the source.</summary>
    public required string SourceFormat { get; init; }

    /// <summary>Entries the importer gave, the source itself, and pages whose text is in another archive, not counted.</summary>
    public required int Entries { get; init; }

    /// <summary>Entries taken in, by kind, visibility and state: posts, pages, then comments.</summary>
    public required IReadOnlyList<EntryCount> Counts { get; init; }

    /// <summary>Entries not taken in, by reason in ordinal order.</summary>
    public required IReadOnlyList<SkippedCount> Skipped { get; init; }

    /// <summary>What was dropped or repaired in texts of this import, summed by reason in ordinal order.</summary>
    public required IReadOnlyList<TextChange> Changes { get; init; }

    /// <summary>Posts of the whole store that another archive's stand for.</summary>
    public int MergedPosts { get; init; }

    /// <summary>Comments of the whole store that another archive's stand for.</summary>
    public int MergedComments { get; init; }

    /// <summary>Public comments of the whole store whose post no archive has brought yet.</summary>
    public int WaitingComments { get; init; }

    /// <summary>What a person should look at, summed by phrase in ordinal order.</summary>
    public required IReadOnlyList<TextChange> Flags { get; init; }

    /// <summary>Posts of this import that state how many comments they have.</summary>
    public required int StatedPosts { get; init; }

    /// <summary>Those whose comments are not as many as stated, and posts that are named by comments but not in the store, in the order of the source.</summary>
    public required IReadOnlyList<CommentBalance> Unbalanced { get; init; }

    /// <summary>Replies of this source in the store whose parent is there.</summary>
    public required long ParentsResolved { get; init; }

    /// <summary>Replies of this source in the store whose parent is lost.</summary>
    public required long ParentsLost { get; init; }

    /// <summary>Names of the texts that the source had changed and that stay as they were decided on here, in the order of the source.</summary>
    public required IReadOnlyList<VaultHandle> KeptTexts { get; init; }

    /// <summary>Entries of this source in the store that this import did not bring; they stay. What came through the site's own form is not of the source.</summary>
    public required long NotInThisImport { get; init; }

    /// <summary>Entries that were new.</summary>
    public int New => Counts.Sum(count => count.New);

    /// <summary>Entries that were changed by the source.</summary>
    public int Updated => Counts.Sum(count => count.Updated);

    /// <summary>Entries that were there already.</summary>
    public int Unchanged => Counts.Sum(count => count.Unchanged);

    /// <summary>Entries that the source had changed and that stay as they were decided on here.</summary>
    public int Kept => Counts.Sum(count => count.Kept);

    /// <summary>Whether every entry is accounted for.</summary>
    public bool Balances => Entries == Counts.Sum(count => count.Total) + Skipped.Sum(skipped => skipped.Count);

    /// <summary>Whether a reader of the old blog loses something: an entry that could not be read, or comments that are not as many as stated.</summary>
    public bool Lost => Skipped.Any(skipped => skipped.Lost) || Unbalanced.Count > 0;
}
