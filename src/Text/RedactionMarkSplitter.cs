using System.Text;

namespace Blog.Text;

/// <summary>Finds the redaction marks in plain texts that are not Markdown: titles, labels, alternative texts, summaries.</summary>
/// <remarks>
/// A backslash directly before a mark makes it text and is not shown, as in Markdown. <see cref="Escape"/> writes it into foreign text,
/// so that no stranger can forge a mark.
/// </remarks>
public static class RedactionMarkSplitter
{
    /// <summary>The pieces of a text in order, none empty; an empty text has none.</summary>
    public static IReadOnlyList<RedactionPiece> Split(string text)
    {
        if (!text.Contains(RedactionMark.Opening, StringComparison.Ordinal))
        {
            return text.Length == 0 ? [] : [new RedactionPiece(text, null)];
        }

        var pieces = new List<RedactionPiece>();
        var words = new StringBuilder();
        foreach (var (before, mark, escaped) in Marks(text))
        {
            words.Append(before);
            if (mark is null || escaped)
            {
                words.Append(mark?.SourceText);
                continue;
            }

            AddWords(pieces, words);
            pieces.Add(new RedactionPiece(mark.ReaderText, mark));
        }

        AddWords(pieces, words);
        return pieces;
    }

    /// <summary>A text as readers read it, marks included: for attributes and other places without markup.</summary>
    public static string ReaderText(string text) =>
        text.Contains(RedactionMark.Opening, StringComparison.Ordinal) ? string.Concat(Split(text).Select(piece => piece.Text)) : text;

    /// <summary>Puts a backslash before everything in a foreign text that would be read as a mark.</summary>
    public static string Escape(string foreign)
    {
        if (!foreign.Contains(RedactionMark.Opening, StringComparison.Ordinal))
        {
            return foreign;
        }

        var result = new StringBuilder(foreign.Length + 8);
        var done = 0;
        foreach (var (start, length, _) in Places(foreign))
        {
            result.Append(foreign, done, start - done).Append('\\').Append(foreign, start, length);
            done = start + length;
        }

        return result.Append(foreign, done, foreign.Length - done).ToString();
    }

    private static void AddWords(List<RedactionPiece> pieces, StringBuilder words)
    {
        if (words.Length > 0)
        {
            pieces.Add(new RedactionPiece(words.ToString(), null));
            words.Clear();
        }
    }

    /// <summary>Each mark with the words before it (without the backslash of an escaped one); last the words after all, with no mark.</summary>
    private static IEnumerable<(string Before, RedactionMark? Mark, bool Escaped)> Marks(string text)
    {
        var done = 0;
        foreach (var (start, length, mark) in Places(text))
        {
            var escaped = start > done && text[start - 1] == '\\';
            yield return (text[done..(escaped ? start - 1 : start)], mark, escaped);
            done = start + length;
        }

        yield return (text[done..], null, false);
    }

    private static IEnumerable<(int Start, int Length, RedactionMark Mark)> Places(string text)
    {
        var from = 0;
        while ((from = text.IndexOf(RedactionMark.Opening, from, StringComparison.Ordinal)) >= 0)
        {
            if (RedactionMark.TryRead(text.AsSpan(from), out var mark, out var length))
            {
                yield return (from, length, mark);
                from += length;
            }
            else
            {
                from += RedactionMark.Opening.Length;
            }
        }
    }
}
