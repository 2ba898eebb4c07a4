using Blog.Content;

namespace Blog.Gate;

/// <summary>A finished site that is not yet published.</summary>
/// <param name="Root">Absolute path of its folder.</param>
/// <param name="Files">All its files, with <c>/</c>, sorted (ordinal).</param>
/// <param name="Address">The address it will have, without a slash at its end, e.g. <c>https://example.org/sub</c>.</param>
public sealed record StagedSite(string Root, IReadOnlyList<string> Files, string Address)
{
    /// <summary>Path of the address, with a slash at its end: <c>/</c> or <c>/sub/</c>.</summary>
    public string BasePath { get; } = new SiteAddress(Address).BasePath + "/";

    /// <summary>Looks at a folder as it lies on the disk.</summary>
    public static StagedSite Open(string root, string address)
    {
        var full = Path.GetFullPath(root);
        var files = Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(file => Path.GetRelativePath(full, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        return new StagedSite(full, files, address);
    }

    /// <summary>All bytes of one file.</summary>
    public byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Root, file));
}
