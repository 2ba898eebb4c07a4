namespace Blog.Html;

/// <summary>An address that a rendered text holds.</summary>
/// <param name="Href">The address as it stands in the page, before it was escaped as an attribute.</param>
/// <param name="Kind">Where it leads.</param>
/// <param name="Anchor">Anchor of the comment it cites (<c>c123</c>); null for every other kind.</param>
/// <param name="IsDoubtful">Whether it is one of several comments that may have been meant.</param>
public sealed record RenderedLink(string Href, LinkKind Kind, string? Anchor = null, bool IsDoubtful = false)
{
    /// <summary>Whether it stays on the site.</summary>
    public bool IsInternal => Kind is LinkKind.Citation or LinkKind.Site or LinkKind.Picture;
}
