namespace Blog.Vault;

/// <summary>The path behind links, so that a link cannot carry the store into a place that is refused.</summary>
internal static class RealPath
{
    /// <summary>Most links that are followed; Linux gives up at the same number (path_resolution(7)).</summary>
    private const int MaxLinks = 40;

    /// <summary>Absolute path with every link in it followed; parts that do not exist stay as they are.</summary>
    /// <exception cref="VaultException">The links run in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var links = 0;
        for (var at = Path.GetPathRoot(full)?.Length ?? 0; at < full.Length;)
        {
            var end = full.IndexOf(Path.DirectorySeparatorChar, at);
            end = end < 0 ? full.Length : end;
            var target = new DirectoryInfo(full[..end]).LinkTarget;
            if (target is null)
            {
                at = end + 1;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new VaultException(VaultFault.Refused, $"The links on the way to {path} run in a circle, so nobody can say where the private store would lie. Name a folder without links with --vault.");
            }

            var parent = Path.GetDirectoryName(full[..end]) ?? full[..end];
            full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(parent, target) + full[end..]));
            at = Path.GetPathRoot(full)?.Length ?? 0;
        }

        return full;
    }
}
