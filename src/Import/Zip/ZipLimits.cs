namespace Blog.Import.Zip;

/// <summary>How much of a zip is looked at; beyond any of these it, or the entry, is not read (<c>docs/limits.md</c>).</summary>
public sealed record ZipLimits
{
    /// <summary>For archives: an export by Google of 65,000 pictures and 20 GB is met in the wild, and nothing of it is ever held in memory whole.</summary>
    public static readonly ZipLimits Archive = new();

    /// <summary>Most entries.</summary>
    public int MaximumEntries { get; init; } = 200_000;

    /// <summary>Largest list of entries, in bytes: it is held in memory while it is read.</summary>
    public int MaximumListBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Longest name of an entry, in bytes.</summary>
    public int MaximumNameBytes { get; init; } = 500;

    /// <summary>Most bytes of one entry, unpacked.</summary>
    public long MaximumEntryBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Most bytes of all entries together, unpacked, as the list says; no entry can unpack to more than its own line says.</summary>
    public long MaximumTotalBytes { get; init; } = 200L * 1024 * 1024 * 1024;

    /// <summary>Most times an entry may be larger unpacked than packed. Text of a blog packs to a fifth, deflate ends at 1,032.</summary>
    public int MaximumRatio { get; init; } = 200;

    /// <summary>Entries of at most so many bytes may have any ratio: a page of blanks is no bomb.</summary>
    public int RatioFrom { get; init; } = 1024 * 1024;
}
