using System.Buffers;

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

    /// <summary>What a view shows otherwise than the source: an escape, and blanks that are not plain ones.</summary>
    private static readonly SearchValues<char> Changed = SearchValues.Create("\\\u00A0\u202F\t");

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
        var text = new char[markdown.Length];
        var source = new int[markdown.Length + 1];
        var length = 0;
        var next = 0;
        for (var i = 0; i < markdown.Length;)
        {
            if (next < outline.Hidden.Count && outline.Hidden[next].Start <= i)
            {
                (text[length], source[length++]) = (Gap, i);
                i = outline.Hidden[next++].End;
                continue;
            }

            var limit = next < outline.Hidden.Count ? outline.Hidden[next].Start : markdown.Length;
            i = Copy(markdown, i, limit, text, source, ref length);
        }

        source[length] = markdown.Length;
        return new ProseView(markdown, new string(text, 0, length), source, outline);
    }

    /// <summary>Copies prose as far as it stands as it is, and then one character that does not.</summary>
    /// <returns>Where to go on.</returns>
    private static int Copy(string markdown, int start, int limit, char[] text, int[] source, ref int length)
    {
        var run = markdown.AsSpan(start, limit - start).IndexOfAny(Changed);
        run = run < 0 ? limit - start : run;
        markdown.AsSpan(start, run).CopyTo(text.AsSpan(length));
        for (var i = 0; i < run; i++)
        {
            source[length + i] = start + i;
        }

        length += run;
        var at = start + run;
        if (at == limit)
        {
            return at;
        }

        source[length] = at;
        if (markdown[at] != '\\')
        {
            text[length++] = ' ';
            return at + 1;
        }

        var isEscape = at + 1 < limit && char.IsAscii(markdown[at + 1]) && (char.IsPunctuation(markdown[at + 1]) || char.IsSymbol(markdown[at + 1]));
        text[length++] = isEscape ? markdown[at + 1] : '\\';
        return isEscape ? at + 2 : at + 1;
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
