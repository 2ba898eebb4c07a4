namespace Blog.Html;

/// <summary>Opens and closes links while markup is read: decides the address, marks lost ones, unwraps unsafe ones.</summary>
internal sealed class LinkReader
{
    private const string LostMark = " [link lost]";

    private static readonly string[] LostExact = [.. Addresses("exact ")];
    private static readonly string[] LostPrefixes = [.. Addresses("prefix ")];
    private static readonly string[] ImageExtensions = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"];

    private readonly MarkdownWriter _writer;
    private readonly ChangeCounter _changes;

    public LinkReader(MarkdownWriter writer, ChangeCounter changes)
    {
        _writer = writer;
        _changes = changes;
    }

    /// <summary>A link begins.</summary>
    /// <param name="address">The address as written, entities decoded.</param>
    /// <param name="baseAddress">To resolve a relative one; null where it is not known.</param>
    /// <param name="isImageAnchor">Whether the editor made it only to show an image larger.</param>
    public OpenLink Open(string address, string? baseAddress, bool isImageAnchor)
    {
        // A browser takes blanks and controls off both ends.
        var trimmed = address.AsSpan().Trim(" \t\n\r\f").ToString();
        var outer = _writer.Link;
        var mark = _writer.Mark();
        if (trimmed.Length > 1 && trimmed[0] == '#')
        {
            _changes.Add(ChangeKind.LinkWithinPageUnwrapped);
            return new OpenLink(outer, mark, IsLost: false, UnwrapsImage: false);
        }
        if (IsLost(trimmed))
        {
            return new OpenLink(outer, mark, IsLost: true, UnwrapsImage: false);
        }
        if (LinkPolicy.TryLink(trimmed, baseAddress, out var href))
        {
            // Its own string object tells the link from another one with the same address.
            _writer.Link = new string(href.AsSpan());
            var path = href.AsSpan();
            path = path.IndexOfAny('?', '#') is >= 0 and var end ? path[..end] : path;
            return new OpenLink(outer, mark, IsLost: false, UnwrapsImage: isImageAnchor || HasImageExtension(path));
        }
        if (HasScheme(trimmed))
        {
            _changes.Add(ChangeKind.UnsafeLinkUnwrapped);
            return new OpenLink(outer, mark, IsLost: false, UnwrapsImage: false);
        }
        return new OpenLink(outer, mark, IsLost: true, UnwrapsImage: false);
    }

    /// <summary>The link ends.</summary>
    public void Close(OpenLink link)
    {
        if (link.UnwrapsImage && _writer.IsOnlyImagesSince(link.Start))
        {
            _writer.Unlink();
            _changes.Add(ChangeKind.ImageLinkUnwrapped);
        }
        _writer.Link = link.Outer;
        if (link.IsLost && !_writer.IsEmptySince(link.Start) && !_writer.IsOnlyImagesSince(link.Start))
        {
            var style = _writer.Style;
            _writer.Style = InlineStyle.None;
            _writer.Text(LostMark, newlinesAreBreaks: false);
            _writer.Style = style;
            _changes.Add(ChangeKind.LostLinkMarked);
        }
    }

    private static bool IsLost(string address)
    {
        if (address.Length == 0)
        {
            return true;
        }
        foreach (var prefix in LostPrefixes)
        {
            if (address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        foreach (var exact in LostExact)
        {
            if (address.Equals(exact, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasScheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        return end > 0 && address[end] == ':';
    }

    private static bool HasImageExtension(ReadOnlySpan<char> path)
    {
        foreach (var extension in ImageExtensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static IEnumerable<string> Addresses(string kind) =>
        TableFile.Lines("LostLinks").Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => line[kind.Length..]);
}
