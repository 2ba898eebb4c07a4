using Blog.Redact;
using Blog.Text;

namespace Blog.Release;

/// <summary>What becomes of the addresses in an imported text: links to the old blog lead to the same post here, and a picture's place says that it is not shown.</summary>
/// <remarks>No picture is released until somebody has looked at it, and a page loads nothing from another host.</remarks>
internal static class ForeignLinks
{
    /// <summary>Changes to one text.</summary>
    /// <param name="links">Its links, from its outline.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="addresses">The addresses of the site.</param>
    public static IEnumerable<TextEdit> Edits(IReadOnlyList<MarkdownLink> links, string markdown, ReleaseAddresses addresses)
    {
        foreach (var link in links)
        {
            var address = link.Address.Of(markdown);
            switch (link.Form)
            {
                case MarkdownLinkForm.Image:
                    yield return new TextEdit(link.Start, link.End - link.Start, Placeholder(link.Words.Of(markdown)));
                    break;
                case MarkdownLinkForm.Inline:
                    if (addresses.TryOwn(address, out var path))
                    {
                        yield return new TextEdit(link.Address.Start, link.Address.Length, path);
                    }

                    break;
                case MarkdownLinkForm.Autolink or MarkdownLinkForm.Bare:
                    if (addresses.TryOwn(address, out var own))
                    {
                        // An address of the old blog as its own words would go on naming the old blog.
                        yield return new TextEdit(link.Start, link.End - link.Start, $"[{own}]({own})");
                    }

                    break;
                default:
                    throw new InvalidOperationException($"No rule for a link of the form {link.Form}.");
            }
        }
    }

    private static string Placeholder(string alt)
    {
        // A file name is no description, and may say who took the picture.
        var describes = alt.Length > 0 && alt.Contains(' ', StringComparison.Ordinal) && !alt.Contains("](", StringComparison.Ordinal) && !alt.Contains('\n', StringComparison.Ordinal);
        return describes ? $"\\[picture not shown: {RedactionMarkSplitter.Escape(alt)}\\]" : "\\[picture not shown\\]";
    }
}
