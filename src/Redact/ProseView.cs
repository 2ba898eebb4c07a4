using System.Text;

namespace Blog.Redact;

/// <summary>The prose of a Markdown text as readers read it, with the way back to the source: what finders search.</summary>
/// <remarks>
/// Backslash escapes are resolved, no-break blanks are blanks, and everything that is not prose is one <see cref="Gap"/>, so that no
/// match reaches across a link's address or a piece of code.
/// </remarks>
public sealed class ProseView
{
    /// <summary>Stands for anything that is not prose.</summary>
    public const char Gap = '\uFFFC';

    private readonly int[] _source;

    private ProseView(string markdown, string text, int[] source, MarkdownOutline outline)
    {
        Markdown = markdown;
        Text = text;
        _source = source;
        Outline = outline;
    }

    /// <summary>The Markdown it is the view of.</summary>
    public string Markdown { get; }

    /// <summary>The prose; one UTF-16 unit is one unit of the source or one gap.</summary>
    public string Text { get; }

    /// <summary>The outline it was made from.</summary>
    public MarkdownOutline Outline { get; }

    /// <summary>Makes the view of a Markdown text.</summary>
    public static ProseView Of(string markdown)
    {
        var outline = MarkdownOutline.Read(markdown);
        var text = new StringBuilder(markdown.Length);
        var source = new List<int>(markdown.Length + 1);
        var next = 0;
        for (var i = 0; i < markdown.Length;)
        {
            if (next < outline.Hidden.Count && outline.Hidden[next].Start == i)
            {
                text.Append(Gap);
                source.Add(i);
                i = outline.Hidden[next++].End;
                continue;
            }

            var escaped = markdown[i] == '\\' && i + 1 < markdown.Length && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])) &&
                char.IsAscii(markdown[i + 1]);
            source.Add(i);
            i = escaped ? i + 1 : i;
            text.Append(markdown[i] is '\u00A0' or '\u202F' or '\t' ? ' ' : markdown[i]);
            i++;
        }

        source.Add(markdown.Length);
        return new ProseView(markdown, text.ToString(), [.. source], outline);
    }

    /// <summary>An edit of the source for a stretch of the view, which must not hold a gap.</summary>
    public TextEdit Edit(int start, int length, string replacement) =>
        new(_source[start], _source[start + length] - _source[start], replacement);

    /// <summary>Position in the source of a position in the view.</summary>
    public int ToSource(int position) => _source[position];

    /// <summary>Whether a position of the view is inside a link's words.</summary>
    public bool IsInLinkWords(int position)
    {
        var source = _source[position];
        foreach (var link in Outline.Links)
        {
            if (source >= link.Words.Start && source < link.Words.End)
            {
                return true;
            }
        }

        return false;
    }
}
