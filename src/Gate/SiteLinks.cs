namespace Blog.Gate;

/// <summary>Says which file of the site an address leads to, as a plain static server would.</summary>
internal sealed class SiteLinks
{
    private readonly StagedSite _site;
    private readonly HashSet<string> _files;
    private readonly string _origin;

    public SiteLinks(StagedSite site)
    {
        _site = site;
        _files = site.Files.ToHashSet(StringComparer.Ordinal);
        _origin = site.Address;
    }

    /// <summary>Reads an address found on a page.</summary>
    /// <param name="page">Path of the page it stands on.</param>
    /// <param name="href">The address, decoded.</param>
    /// <param name="target">Path of the file it leads to, or null where there is none.</param>
    /// <param name="fragment">Its fragment without <c>#</c>, decoded; empty where it has none.</param>
    /// <returns>False for an address that leaves the site.</returns>
    public bool TryResolve(string page, string href, out string? target, out string fragment)
    {
        target = null;
        fragment = string.Empty;
        var path = href;
        if (path.StartsWith(_origin, StringComparison.Ordinal) && (path.Length == _origin.Length || path[_origin.Length] is '/' or '#' or '?'))
        {
            path = _site.BasePath + path[_origin.Length..].TrimStart('/');
        }
        else if (path.StartsWith("//", StringComparison.Ordinal) || HasScheme(path))
        {
            return false;
        }

        var hash = path.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            fragment = Uri.UnescapeDataString(path[(hash + 1)..]);
            path = path[..hash];
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        path = query >= 0 ? path[..query] : path;
        if (path.Length == 0)
        {
            target = page;
            return true;
        }

        path = Uri.UnescapeDataString(path);
        string? full;
        if (path[0] == '/')
        {
            full = path.StartsWith(_site.BasePath, StringComparison.Ordinal) ? path[_site.BasePath.Length..]
                : path + "/" == _site.BasePath ? string.Empty : null;
        }
        else
        {
            full = Combine(page, path);
        }

        target = full is null ? null : FileFor(full);
        return true;
    }

    /// <summary>The root-relative link to a page, as the theme writes it.</summary>
    /// <param name="file">Its file.</param>
    public string HrefOf(string file) => _site.BasePath + (file.EndsWith("/index.html", StringComparison.Ordinal) || file == "index.html" ? file[..^"index.html".Length] : file);

    private string? FileFor(string path)
    {
        if (path.Length == 0 || path[^1] == '/')
        {
            path += "index.html";
        }

        return _files.Contains(path) ? path : null;
    }

    private static string? Combine(string page, string relative)
    {
        var parts = new List<string>(page.Split('/')[..^1]);
        foreach (var part in relative.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool HasScheme(string address)
    {
        foreach (var c in address)
        {
            if (c == ':')
            {
                return true;
            }

            if (c is '/' or '?' or '#')
            {
                return false;
            }
        }

        return false;
    }
}
