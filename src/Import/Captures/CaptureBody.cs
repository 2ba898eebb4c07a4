using System.Text;
using Blog.Html;

namespace Blog.Import.Captures;

/// <summary>Makes the two texts of an entry from its lines: the original, and Markdown.</summary>
internal static class CaptureBody
{
    /// <summary>The lines exactly as the source has them.</summary>
    public static RawHtml Original(IReadOnlyList<CaptureLine> lines, int start, int end)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            text.Append(lines[i].Raw);
        }

        return new RawHtml(text.ToString());
    }

    /// <summary>The lines as Markdown, with lost links marked.</summary>
    /// <param name="lines">The capture.</param>
    /// <param name="start">First line.</param>
    /// <param name="end">Line after the last.</param>
    /// <param name="comment">The comment whose text this is; null for a post's.</param>
    public static ConvertedText Convert(IReadOnlyList<CaptureLine> lines, int start, int end, CapturedComment? comment)
    {
        var text = new List<string>(end - start);
        var item = -1;
        for (var i = start; i < end; i++)
        {
            // A line as far left as the bullet before it is no part of that item: the list has ended.
            if (lines[i].IsBlank || IsBullet(lines[i]))
            {
                item = lines[i].IsBlank ? -1 : lines[i].Indent;
            }
            else if (lines[i].Indent <= item)
            {
                text.Add(string.Empty);
                item = -1;
            }

            // The number stands in the first line only, and not where the copy kept name and time there.
            var offset = comment is not null && i == comment.Start ? comment.TextOffset : 0;
            text.Add(offset > 0 ? lines[i].Content[offset..] : lines[i].Content);
        }

        var marks = LostLinks.AddMarks(text, comment is { NumberLost: true, IsMissing: false }, gapAtEnd: comment is not null);
        var converted = PlainTextToMarkdown.Convert(string.Join('\n', text));
        return marks == 0 ? converted : converted with { Changes = [.. converted.Changes, new TextChange(LostLinks.Reason, marks)] };
    }

    private static bool IsBullet(CaptureLine line) => line.Content.StartsWith("• ", StringComparison.Ordinal) || line.Content.StartsWith("•\u00A0", StringComparison.Ordinal);
}
