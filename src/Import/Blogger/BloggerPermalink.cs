namespace Blog.Import.Blogger;

/// <summary>Takes the path out of an address of the old blog.</summary>
internal static class BloggerPermalink
{
    /// <summary>Longest address that is looked at.</summary>
    public const int Longest = 1000;

    /// <summary>
    /// The path of an http(s) address without query and fragment; null for anything else, for the bare root, and for a path that would
    /// leave its folder. The blog's own path goes: exports of 2008 write <c>blogger.com/blogspot/NAME/2008/04/x.html</c>, which readers knew
    /// as <c>/2008/04/x.html</c>.
    /// </summary>
    public static string? Path(string? address, string? blogAddress)
    {
        if (PathOf(address) is not { } path)
        {
            return null;
        }

        var root = PathOf(blogAddress);
        if (root is { Length: > 1 } && Host(address).Equals(Host(blogAddress), StringComparison.OrdinalIgnoreCase) && path.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal))
        {
            path = path[root.TrimEnd('/').Length..];
        }

        return path.Length > 1 ? path : null;
    }

    /// <summary>An address that begins with http:// or https:// and a host; null for anything else.</summary>
    public static string? WebAddress(string? address) =>
        address is not null && address.Length <= Longest && Host(address).Length > 0 && !Unusable(address) ? address.Trim() : null;

    private static string? PathOf(string? address)
    {
        if (address is null || address.Length > Longest || Unusable(address))
        {
            return null;
        }

        address = address.Trim();
        var host = Host(address);
        if (host.Length == 0)
        {
            return null;
        }

        var start = address.IndexOf("://", StringComparison.Ordinal) + 3 + host.Length;
        var path = address.AsSpan(start);
        var end = path.IndexOfAny('?', '#');
        path = end < 0 ? path : path[..end];
        if (path.IsEmpty)
        {
            return "/";
        }

        foreach (var range in path.Split('/'))
        {
            var segment = path[range].ToString().Replace("%2e", ".", StringComparison.OrdinalIgnoreCase);
            if (segment is "." or "..")
            {
                return null;
            }
        }

        return path.Contains("//", StringComparison.Ordinal) || path.Contains("%2f", StringComparison.OrdinalIgnoreCase)
            || path.Contains("%5c", StringComparison.OrdinalIgnoreCase) || path.Contains("%00", StringComparison.Ordinal)
            ? null
            : path.ToString();
    }

    private static ReadOnlySpan<char> Host(string? address)
    {
        var text = address.AsSpan().Trim();
        var length = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : 0;
        if (length == 0)
        {
            return default;
        }

        text = text[length..];
        var end = text.IndexOfAny('/', '?', '#');
        return end < 0 ? text : text[..end];
    }

    private static bool Unusable(string address)
    {
        foreach (var c in address.AsSpan().Trim())
        {
            if (c is <= ' ' or '\\' or '"' or '<' or '>' || char.IsControl(c) || char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
