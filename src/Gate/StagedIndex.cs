using Blog.Search.Index;
using Blog.Site;

namespace Blog.Gate;

/// <summary>The search index of a site in the making.</summary>
internal static class StagedIndex
{
    /// <summary>Makes it of the pages staged so far.</summary>
    /// <param name="staging">The site.</param>
    /// <param name="glossary">Abbreviations and what they stand for.</param>
    /// <param name="reuse">Knows pages that have not changed; null to read all.</param>
    /// <param name="parallelism">Threads.</param>
    /// <param name="token">Stops it.</param>
    public static void Write(StagingFolder staging, IReadOnlyDictionary<string, string> glossary, IndexReuse? reuse, int parallelism, CancellationToken token)
    {
        var pages = staging.ToManifest().Entries.Select(entry => entry.Path).Where(path => path.EndsWith(".html", StringComparison.Ordinal)).ToList();
        IndexBuilder.Build(pages, path => File.OpenRead(Path.Combine(staging.Path, path)), (path, bytes) => staging.Write(path, bytes), glossary, reuse, parallelism, token);
    }
}
