using NodaTime;

namespace Blog.Import.Captures;

/// <summary>Cuts a capture into posts: at date headings, at lost headings, and after a comment list that is followed by text at the margin.</summary>
internal static class PartSplitter
{
    // A title is one line; the longest on such blogs are far below. A longer line after a date is the text itself.
    private const int MaxTitle = 200;

    /// <summary>The posts in the order of the page; together they are every line. Empty where nothing shows that this is a blog page.</summary>
    public static IReadOnlyList<CapturePart> Split(IReadOnlyList<CaptureLine> lines)
    {
        var headings = new List<(int Line, LocalDate Date)>();
        var wrong = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Indent != 0 || lines[i].IsBlank || (i > 0 && !lines[i - 1].IsBlank) || (i + 1 < lines.Count && !lines[i + 1].IsBlank))
            {
                continue;
            }

            switch (DateHeading.Read(lines[i].Content, out var date))
            {
                case DateHeading.Reading.Date:
                    headings.Add((i, date));
                    break;
                case DateHeading.Reading.WrongDay:
                    wrong.Add(i);
                    break;
                default:
                    break;
            }
        }

        var parts = new List<CapturePart>();
        var lead = headings.Count == 0 ? lines.Count : headings[0].Line;
        if (HasText(lines, 0, lead))
        {
            AddStretch(parts, lines, 0, lead, null, archive: headings.Count > 1);
        }

        for (var i = 0; i < headings.Count; i++)
        {
            var start = i == 0 && parts.Count == 0 ? 0 : headings[i].Line;
            var end = i + 1 < headings.Count ? headings[i + 1].Line : lines.Count;
            AddStretch(parts, lines, start, end, headings[i], archive: headings.Count > 1);
        }

        if (headings.Count == 0 && parts.TrueForAll(p => p.CommentsStart == p.End))
        {
            return [];
        }

        return Flagged(parts, wrong);
    }

    // One date's stretch is one post, unless a lost heading or text after a comment list begins another in it.
    private static void AddStretch(List<CapturePart> parts, IReadOnlyList<CaptureLine> lines, int start, int end, (int Line, LocalDate Date)? heading, bool archive)
    {
        while (start < end)
        {
            var body = heading is { } own ? own.Line + 1 : start;
            var title = -1;
            if (heading is not null)
            {
                var next = NextText(lines, body, end);
                if (next < end && lines[next].Indent == 0 && lines[next].Content.Length <= MaxTitle)
                {
                    title = next;
                    body = next + 1;
                }
            }

            // Only an archive page holds several posts.
            var cut = archive ? NextLostHeading(lines, body, end) : end;
            var (comments, commentsEnd) = CommentListFinder.Find(lines, body, cut);
            cut = Math.Min(cut, commentsEnd);
            parts.Add(new CapturePart
            {
                Start = start,
                End = cut,
                Date = heading?.Date,
                TitleLine = title,
                BodyStart = body,
                CommentsStart = Math.Min(comments, cut),
                Flags = heading is null ? [CaptureFlags.HeadingLost] : title < 0 ? [CaptureFlags.TitleLost] : [],
            });
            heading = null;
            start = cut;
        }
    }

    private static int NextLostHeading(IReadOnlyList<CaptureLine> lines, int body, int end)
    {
        for (var i = body + 1; i < end; i++)
        {
            if (!lines[i].IsBlank && LostHeading.OpensAt(lines, body, i))
            {
                return i;
            }
        }

        return end;
    }

    private static CapturePart[] Flagged(List<CapturePart> parts, List<int> wrong)
    {
        var result = new CapturePart[parts.Count];
        LocalDate? above = null;
        var nextWrong = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            List<string> flags = [.. part.Flags];
            if (part.Date is { } date)
            {
                if (above is { } last && date > last)
                {
                    flags.Add(CaptureFlags.DateOutOfOrder);
                }

                above = date;
            }

            var before = nextWrong;
            while (nextWrong < wrong.Count && wrong[nextWrong] < part.End)
            {
                nextWrong++;
            }

            if (nextWrong > before)
            {
                flags.Add(CaptureFlags.WrongWeekday);
            }

            result[i] = part with { Flags = flags };
        }

        return result;
    }

    private static int NextText(IReadOnlyList<CaptureLine> lines, int from, int end)
    {
        while (from < end && lines[from].IsBlank)
        {
            from++;
        }

        return from;
    }

    private static bool HasText(IReadOnlyList<CaptureLine> lines, int from, int end) => NextText(lines, from, end) < end;
}
