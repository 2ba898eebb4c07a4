using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Cuts what stands between two top-level numbers at every seam its columns show; which of them count is decided after.</summary>
/// <remarks>Seams are text at the outer column after replies, and replies that begin at 1 again.</remarks>
internal sealed class SegmentSeams(IReadOnlyList<CaptureLine> lines, int start, LocalDate? postDate)
{
    // Lost replies in a row that are believed; a larger jump is a quantity at the start of a line.
    private const int MaxReplyGap = 5;

    /// <summary>The comments as far as columns show them: the first stands under the number, the others have lost theirs.</summary>
    /// <param name="topLine">Line of the number; -1 for what stands before the first one.</param>
    /// <param name="from">First line after that.</param>
    /// <param name="to">Line of the next top-level number, or the end.</param>
    /// <param name="lost">How many numbers are missing between the two.</param>
    /// <param name="blanksAtEnd">Blank lines before <paramref name="to"/>.</param>
    public List<ThreadGroup> Cut(int topLine, int from, int to, int lost, out int blanksAtEnd) =>
        WithoutStrayLists(Groups(Tokens(from, to, out blanksAtEnd), topLine, lost));

    private List<ThreadLine> Tokens(int from, int to, out int blanks)
    {
        var tokens = new List<ThreadLine>();
        blanks = 0;
        for (var i = from; i < to; i++)
        {
            if (lines[i].IsBlank)
            {
                blanks++;
                continue;
            }

            var number = 0;
            var kind = CommentListFinder.IsItem(lines, start, i, CommentListFinder.ReplyIndent, out number, out _) ? ThreadLineKind.Reply
                : lines[i].Indent >= CommentListFinder.ReplyIndent + CommentListFinder.TopIndent ? ThreadLineKind.Deep
                : ThreadLineKind.Text;
            tokens.Add(new ThreadLine(i, blanks, kind, kind == ThreadLineKind.Reply ? number : 0));
            blanks = 0;
        }

        return tokens;
    }

    private List<ThreadGroup> Groups(List<ThreadLine> tokens, int topLine, int lost)
    {
        var current = topLine < 0 ? new ThreadGroup { IsNothing = true } : new ThreadGroup { NumberLine = topLine };
        var groups = new List<ThreadGroup> { current };
        var nextReply = NextReplies(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == ThreadLineKind.Reply)
            {
                if (Continues(current, token))
                {
                    AddReply(current, token);
                    continue;
                }

                if (token.Number == 1)
                {
                    current = new ThreadGroup();
                    groups.Add(current);
                    AddReply(current, token);
                    continue;
                }

                // A number that fits nowhere is a quantity at the start of a line.
                token = token with { Kind = ThreadLineKind.Text, Number = 0 };
            }

            if (token.Kind == ThreadLineKind.Deep && !current.IsNothing)
            {
                (current.Run.Count > 0 ? current.Run : current.Body).Add(token);
                current.HasReplyEvidence |= current.Run.Count > 0;
            }
            else if (current.Run.Count == 0 && !current.IsNothing)
            {
                AddText(current, token);
            }
            else if (!current.IsNothing && !(lost > 0 && token.AfterGap) && nextReply[i] is > 0 and var next && next > current.LastReply && next - current.LastReply <= 1 + MaxReplyGap)
            {
                // The numbers run on behind it: a paragraph in the wrong column, or a list with text between its items.
                current.Run.Add(token);
                current.HasStray = true;
            }
            else
            {
                current = new ThreadGroup();
                groups.Add(current);
                AddText(current, token);
            }
        }

        return groups;
    }

    private bool Continues(ThreadGroup group, ThreadLine token)
    {
        if (group.IsNothing)
        {
            return false;
        }

        if (group.Run.Count > 0)
        {
            return token.Number > group.LastReply && token.Number - group.LastReply <= 1 + MaxReplyGap;
        }

        // Replies begin at 1. A later first number needs a trace of the lost ones; else it is text ("2. Second, ...").
        return token.Number == 1
            || (token.Number <= 1 + MaxReplyGap
                && (token.AfterGap || (group.Body.Count > 0 && group.Body[^1].Kind == ThreadLineKind.Deep))
                && !BeginsWithList(group));
    }

    private void AddReply(ThreadGroup group, ThreadLine token)
    {
        group.Run.Add(token);
        group.LastReply = token.Number;
        lines[token.Line].TryItem(out _, out var text);
        group.HasReplyEvidence |= GluedStamp.Read(lines[token.Line].Content[text..], postDate) is not null;
    }

    private void AddText(ThreadGroup group, ThreadLine token)
    {
        group.Body.Add(token);
        var line = lines[token.Line];
        if (line.Indent < CommentListFinder.ReplyIndent)
        {
            group.Flags.Add(
                CommentListFinder.IsItem(lines, start, token.Line, CommentListFinder.TopIndent, out _, out _)
                    ? CaptureFlags.NumberOutOfOrder
                    : CaptureFlags.IndentationUnclear);
        }
    }

    // Number of the next reply line after each token; 0 where there is none.
    private static int[] NextReplies(List<ThreadLine> tokens)
    {
        var next = new int[tokens.Count];
        var number = 0;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            next[i] = number;
            if (tokens[i].Kind == ThreadLineKind.Reply)
            {
                number = tokens[i].Number;
            }
        }

        return next;
    }

    /// <summary>Numbered lines with text between them and no sign of replies are a list: they and what follows are the comment's text.</summary>
    private static List<ThreadGroup> WithoutStrayLists(List<ThreadGroup> groups)
    {
        var result = new List<ThreadGroup>();
        foreach (var group in groups)
        {
            if (group.HasStray)
            {
                if (group.HasReplyEvidence)
                {
                    group.Flags.Add(CaptureFlags.IndentationUnclear);
                }
                else
                {
                    group.TakeRunAsText();
                }
            }

            // The one before became text only, so this is no seam any more.
            if (result.Count > 0 && !result[^1].IsNothing && result[^1].Run.Count == 0)
            {
                result[^1].Append(group);
            }
            else
            {
                result.Add(group);
            }
        }

        return result;
    }

    private bool BeginsWithList(ThreadGroup group)
    {
        if (group.NumberLine < 0 || !lines[group.NumberLine].TryItem(out _, out var text))
        {
            return false;
        }

        return lines[group.NumberLine].Content.AsSpan(text).StartsWith("1.", StringComparison.Ordinal);
    }
}
