using System.Text;
using Blog.Text;

namespace Blog.Redact;

/// <summary>Takes stretches out of a Markdown text so that nothing of them is left and what stays is still Markdown.</summary>
/// <remarks>
/// Spans that overlap become one: a replacement that ends inside another span would leave that one's tail standing. A span that cuts a
/// link, an autolink or a picture takes the whole of it; one that cuts a pair of emphasis marks takes both marks; a backslash that would
/// escape what is put in goes too.
/// </remarks>
public static class TextRedactor
{
    /// <summary>A text without the spans.</summary>
    /// <param name="markdown">The source.</param>
    /// <param name="outline">Its outline.</param>
    /// <param name="spans">What to take out, in any order; overlaps are merged, and what stands there is the replacement of the longest of them.</param>
    public static RedactedText Redact(string markdown, MarkdownOutline outline, IEnumerable<RedactionSpan> spans)
    {
        var merged = Merge(spans.Select(span => span with { Range = Widen(markdown, outline, span.Range) }));
        if (merged.Count == 0)
        {
            return new RedactedText(markdown, 0);
        }

        var result = new StringBuilder(markdown.Length + (merged.Count * 24));
        var done = 0;
        foreach (var span in merged)
        {
            result.Append(markdown, done, span.Range.Start - done).Append(span.Replacement);
            done = span.Range.End;
        }

        return new RedactedText(result.Append(markdown, done, markdown.Length - done).ToString(), merged.Count(span => span.Replacement.Length > 0));
    }

    /// <summary>
    /// A plain text that is not Markdown (a title, a label) without the spans. Everything foreign in it that would be read as a mark is
    /// escaped; what <see cref="RedactionMarkSplitter"/> then finds are the marks put in here.
    /// </summary>
    public static string RedactForeignPlain(string text, IEnumerable<RedactionSpan> spans) => RedactPlain(text, spans, RedactionMarkSplitter.Escape);

    /// <summary>As <see cref="RedactForeignPlain"/>, for a text whose marks are our own: an editor wrote it.</summary>
    public static string RedactOwnPlain(string text, IEnumerable<RedactionSpan> spans) => RedactPlain(text, spans, words => words);

    private static string RedactPlain(string text, IEnumerable<RedactionSpan> spans, Func<string, string> between)
    {
        var result = new StringBuilder(text.Length + 24);
        var done = 0;
        foreach (var span in Merge(spans))
        {
            var words = between(text[done..span.Range.Start]);
            result.Append(words.EndsWith('\\') ? words + " " : words).Append(span.Replacement); // a backslash would escape the mark
            done = span.Range.End;
        }

        return result.Append(between(text[done..])).ToString();
    }

    /// <summary>Spans in order without overlaps. Of two that overlap the union is taken out, under the replacement of the longer (of equals: the earlier).</summary>
    private static List<RedactionSpan> Merge(IEnumerable<RedactionSpan> spans)
    {
        var merged = new List<RedactionSpan>();
        var longest = 0;
        foreach (var span in spans.Where(span => span.Range.Length > 0).OrderBy(span => span.Range.Start).ThenByDescending(span => span.Range.Length))
        {
            if (merged.Count == 0 || span.Range.Start >= merged[^1].Range.End)
            {
                merged.Add(span);
                longest = span.Range.Length;
                continue;
            }

            var last = merged[^1];
            var replacement = span.Range.Length > longest ? span.Replacement : last.Replacement;
            longest = Math.Max(longest, span.Range.Length);
            merged[^1] = new RedactionSpan(new TextRange(last.Range.Start, Math.Max(last.Range.End, span.Range.End)), replacement);
        }

        return merged;
    }

    private static TextRange Widen(string markdown, MarkdownOutline outline, TextRange range)
    {
        var start = range.Start;
        var end = range.End;
        foreach (var link in outline.Links)
        {
            var overlaps = start < link.End && end > link.Start;
            var isInWords = start >= link.Words.Start && end <= link.Words.End;
            var isAddressPart = link.Form == MarkdownLinkForm.Inline && ((start == link.Words.End && end == link.End) || (start == link.Start && end == link.Words.Start));
            if (overlaps && !isInWords && !isAddressPart)
            {
                start = Math.Min(start, link.Start);
                end = Math.Max(end, link.End);
            }
        }

        (start, end) = WithEmphasis(markdown, start, end);
        return new TextRange(StartWithBackslash(markdown, start), end);
    }

    /// <summary>A stretch that holds one mark of an emphasis pair takes the other with it where it touches: "[redacted]**" would show the stars.</summary>
    private static (int Start, int End) WithEmphasis(string markdown, int start, int end)
    {
        foreach (var mark in "*_~")
        {
            var inside = markdown.AsSpan(start, end - start).Count(mark);
            if (inside == 0)
            {
                continue;
            }

            var after = 0;
            while (after < inside && end + after < markdown.Length && markdown[end + after] == mark)
            {
                after++;
            }

            var before = 0;
            while (before < inside - after && start - before > 0 && markdown[start - before - 1] == mark)
            {
                before++;
            }

            if ((inside + after + before) % 2 == 0)
            {
                start -= before;
                end += after;
            }
        }

        return (start, end);
    }

    /// <summary>Where an unescaped backslash stands directly before: it would make text of the mark.</summary>
    private static int StartWithBackslash(string text, int start)
    {
        var run = 0;
        while (start - run > 0 && text[start - run - 1] == '\\')
        {
            run++;
        }

        return run % 2 == 1 ? start - 1 : start;
    }
}
