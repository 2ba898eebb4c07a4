using Blog.Moderate.Pictures;
using Blog.Redact;
using Blog.Text;

namespace Blog.Release;

/// <summary>What becomes of the addresses in an imported text: links to the old blog lead to the same post here; a picture is shown from the site's own folder, or its place says that it is not shown.</summary>
/// <remarks>No picture is released until somebody has looked at it, and a page loads nothing from another host. Documents are not released at all; a link to one elsewhere stays a link.</remarks>
internal static class ForeignLinks
{
    /// <summary>What stands for the bare address of a page that is not here.</summary>
    private const string NotHere = "another page of this blog";

    /// <summary>Changes to one text.</summary>
    /// <param name="links">Its links, from its outline.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="addresses">The addresses of the site.</param>
    /// <param name="pictures">The pictures that are shown.</param>
    /// <param name="lost">Takes the addresses of the old blog that lead nowhere here.</param>
    public static IEnumerable<TextEdit> Edits(IReadOnlyList<MarkdownLink> links, string markdown, ReleaseAddresses addresses, ReleasedPictures pictures, List<string> lost)
    {
        foreach (var link in links)
        {
            var address = link.Address.Of(markdown);
            switch (link.Form)
            {
                case MarkdownLinkForm.Image:
                    yield return new TextEdit(link.Start, link.End - link.Start, pictures.TryShow(address, out var shown) ? Picture(link.Words.Of(markdown), shown) : Placeholder(link.Words.Of(markdown)));
                    break;
                case MarkdownLinkForm.Inline when PictureAddress.IsOnPictureHost(address):
                    // The picture itself, usually in full size: it leads to the released one or nowhere.
                    if (pictures.TryShow(address, out var full))
                    {
                        yield return new TextEdit(link.Address.Start, link.Address.Length, full);
                    }
                    else
                    {
                        foreach (var edit in WordsAlone(link))
                        {
                            yield return edit;
                        }
                    }

                    break;
                case MarkdownLinkForm.Autolink or MarkdownLinkForm.Bare when PictureAddress.IsOnPictureHost(address):
                    yield return new TextEdit(link.Start, link.End - link.Start, pictures.TryShow(address, out var bare) ? Picture(string.Empty, bare) : Placeholder(string.Empty));
                    break;
                case MarkdownLinkForm.Inline:
                    var own = addresses.Of(address);
                    if (own.Kind == OwnAddressKind.Here)
                    {
                        yield return new TextEdit(link.Address.Start, link.Address.Length, own.Path);
                    }
                    else if (own.Kind == OwnAddressKind.Nowhere)
                    {
                        // It would lead nowhere here, and on the old blog to what waits; the next release after it is out makes it a link again.
                        lost.Add(address);
                        if (link.Words.Of(markdown).Contains("://", StringComparison.Ordinal))
                        {
                            yield return new TextEdit(link.Start, link.End - link.Start, NotHere);
                            break;
                        }

                        foreach (var edit in WordsAlone(link))
                        {
                            yield return edit;
                        }
                    }

                    break;
                case MarkdownLinkForm.Autolink or MarkdownLinkForm.Bare:
                    var bareOwn = addresses.Of(address);
                    if (bareOwn.Kind == OwnAddressKind.Here)
                    {
                        // An address of the old blog as its own words would go on naming the old blog.
                        yield return new TextEdit(link.Start, link.End - link.Start, $"[{bareOwn.Path}]({bareOwn.Path})");
                    }
                    else if (bareOwn.Kind == OwnAddressKind.Nowhere)
                    {
                        lost.Add(address);
                        yield return new TextEdit(link.Start, link.End - link.Start, NotHere);
                    }

                    break;
                default:
                    throw new InvalidOperationException($"No rule for a link of the form {link.Form}.");
            }
        }
    }

    /// <summary>Changes to a guest's text, whose links and pictures are its editor's own: a picture that a moderator has covered or left out since is no longer shown as it was.</summary>
    /// <param name="links">Its links, from its outline.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="pictures">The pictures that are shown.</param>
    public static IEnumerable<TextEdit> OfGuest(IReadOnlyList<MarkdownLink> links, string markdown, ReleasedPictures pictures)
    {
        foreach (var link in links.Where(link => link.Form == MarkdownLinkForm.Image))
        {
            if (!pictures.TryShow(link.Address.Of(markdown), out var shown))
            {
                yield return new TextEdit(link.Start, link.End - link.Start, Placeholder(link.Words.Of(markdown)));
            }
            else if (shown != link.Address.Of(markdown))
            {
                yield return new TextEdit(link.Address.Start, link.Address.Length, shown);
            }
        }
    }

    /// <summary>Takes the link away and leaves its words.</summary>
    private static IEnumerable<TextEdit> WordsAlone(MarkdownLink link) =>
    [
        new TextEdit(link.Start, link.Words.Start - link.Start, string.Empty),
        new TextEdit(link.Words.End, link.End - link.Words.End, string.Empty),
    ];

    private static string Picture(string alt, string path) => $"![{(Describes(alt) ? alt : string.Empty)}]({path})";

    private static string Placeholder(string alt) => Describes(alt) ? $"\\[picture not shown: {RedactionMarkSplitter.Escape(alt)}\\]" : "\\[picture not shown\\]";

    /// <summary>A file name is no description, and may say who took the picture.</summary>
    private static bool Describes(string alt) =>
        alt.Length > 0 && alt.Contains(' ', StringComparison.Ordinal) && !alt.Contains("](", StringComparison.Ordinal) && !alt.Contains('\n', StringComparison.Ordinal);
}
