namespace Blog.Html;

/// <summary>An address that may stand in a page.</summary>
internal readonly record struct ResolvedAddress(string Href, LinkKind Kind, string? Anchor)
{
    /// <summary>Resolves a link's address as it stands in a text; otherwise the finding that says why it cannot stand in the page.</summary>
    public static bool TryResolve(string address, MarkdownContext context, out ResolvedAddress resolved, out string finding)
    {
        resolved = default;
        finding = MarkdownFinding.AddressRefused;
        if (address.StartsWith('#'))
        {
            return LinkPolicy.TrySitePath(address, out var fragment) && TryAnchor(fragment[1..], context, out resolved, out finding);
        }

        if (address.StartsWith('/'))
        {
            return LinkPolicy.TrySitePath(address, out var path) && TryPath(path, context, out resolved, out finding);
        }

        if (!LinkPolicy.TryLink(address, null, out var href))
        {
            return false;
        }

        resolved = new ResolvedAddress(href, href.StartsWith("mailto:", StringComparison.Ordinal) ? LinkKind.Mail : LinkKind.External, null);
        return true;
    }

    /// <summary>Resolves the anchor of a comment.</summary>
    public static bool TryAnchor(string anchor, MarkdownContext context, out ResolvedAddress resolved, out string finding)
    {
        finding = MarkdownFinding.NoSuchComment;
        var href = context.MapFragment is null ? "#" + anchor : context.MapFragment(anchor);
        resolved = href is null ? default : new ResolvedAddress(href, LinkKind.Citation, anchor);
        return href is not null;
    }

    private static bool TryPath(string path, MarkdownContext context, out ResolvedAddress resolved, out string finding)
    {
        finding = MarkdownFinding.NoSuchPath;
        var href = context.MapPath is null ? context.SitePrefix + path : context.MapPath(path);
        resolved = href is null ? default : new ResolvedAddress(href, LinkKind.Site, null);
        return href is not null;
    }
}
