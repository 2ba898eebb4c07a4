namespace Blog.Import.Readers;

/// <summary>Classic Blogger exports, one file each.</summary>
internal sealed class BloggerClassicSource : ISourceReader
{
    /// <inheritdoc/>
    public IEnumerable<ImportedEntry> Read(SourceInput input, SourceTally tally)
    {
        using var stream = input.Main.Open();
        foreach (var entry in new BloggerClassicReader().Read(stream, input.Name, tally))
        {
            yield return entry;
        }
    }
}
