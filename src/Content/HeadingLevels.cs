namespace Blog.Content;

/// <summary>Finds the highest heading of a text, so that it can stand one level below what is above it, whichever level its writer began with.</summary>
internal static class HeadingLevels
{
    /// <summary>1 to 6, the level of the highest heading written with <c>#</c>; 1 where there is none.</summary>
    /// <remarks>It reads lines, not Markdown: a <c>#</c> line within a code block may lower a heading by a level, which does no harm.</remarks>
    public static int Highest(ReadOnlySpan<char> markdown)
    {
        var highest = 7;
        for (var from = 0; highest > 1;)
        {
            var found = markdown[from..].IndexOf('#');
            if (found < 0)
            {
                break;
            }

            var mark = from + found;
            var level = markdown[mark..].IndexOfAnyExcept('#');
            level = level < 0 ? markdown.Length - mark : level;
            from = mark + level;
            if (level < highest && IsLineStart(markdown[..mark]) && (from == markdown.Length || markdown[from] is ' ' or '\n'))
            {
                highest = level;
            }
        }

        return highest == 7 ? 1 : highest;
    }

    // At most three blanks may stand before a heading (CommonMark 4.2), so no more is looked at, however long the line.
    private static bool IsLineStart(ReadOnlySpan<char> before)
    {
        var spaces = 0;
        while (spaces < 3 && spaces < before.Length && before[^(spaces + 1)] == ' ')
        {
            spaces++;
        }

        return spaces == before.Length || before[^(spaces + 1)] == '\n';
    }
}
