using System.Text;
using System.Text.RegularExpressions;
using Blog.Html;

namespace Blog.Import.Readers;

/// <summary>Makes markup of what WordPress keeps: text whose line ends are paragraphs (its <c>wpautop</c>), and codes in square brackets.</summary>
internal static partial class WordPressContent
{
    private const string Code = "code in square brackets dropped";
    private const string Caption = "caption of a picture kept as text";

    /// <summary>Markup, whether its line ends break lines, and what was taken out.</summary>
    public static (string Markup, bool NewlinesAreBreaks, IReadOnlyList<TextChange> Changes) Prepare(string content)
    {
        var changes = new List<TextChange>();
        if (content.Contains('[', StringComparison.Ordinal))
        {
            content = Replace(content, Captioned(), "${text}", Caption, changes);
            content = Replace(content, Empty(), string.Empty, Code, changes);
        }

        // The block editor writes its paragraphs as elements, between comments of its own; there line ends say nothing.
        if (content.Contains("<!-- wp:", StringComparison.Ordinal))
        {
            return (content, false, changes);
        }

        // Line ends beside blocks are no breaks. What stands in pre keeps its own.
        var text = new StringBuilder(content.Length);
        var at = 0;
        foreach (var pre in Pre().EnumerateMatches(content))
        {
            text.Append(BesideBlocks().Replace(content[at..pre.Index].ReplaceLineEndings("\n"), "${tag}")).Append(content, pre.Index, pre.Length);
            at = pre.Index + pre.Length;
        }

        return (text.Append(BesideBlocks().Replace(content[at..].ReplaceLineEndings("\n"), "${tag}")).ToString(), true, changes);
    }

    private static string Replace(string text, Regex pattern, string with, string reason, List<TextChange> changes)
    {
        var count = pattern.Count(text);
        if (count == 0)
        {
            return text;
        }

        changes.Add(new TextChange(reason, count));
        return pattern.Replace(text, with);
    }

    [GeneratedRegex(@"\[(?:wp_)?caption\b[^\]\n]{0,2000}\](?<text>[^\[]{0,20000})\[/(?:wp_)?caption\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Captioned();

    // Codes that stand for something the export does not hold; any other bracket is the writer's own.
    [GeneratedRegex(@"\[/?(?:gallery|playlist|audio|video|embed|googlemaps|polldaddy|contact-form(?:-7|-field)?|sitemap|archives|wpvideo|youtube|vimeo|slideshow|slideshare|soundcloud|twitter|wpcf7)\b[^\]\n]{0,2000}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();

    [GeneratedRegex(@"<pre\b[\s\S]*?</pre>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pre();

    [GeneratedRegex(@"\n*(?<tag></?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|thead|tbody|tfoot|tr|td|th|hr|figure|figcaption|section|article|address|form|pre)\b[^>]{0,2000}>)\n*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BesideBlocks();
}
