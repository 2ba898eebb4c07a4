using System.Text.RegularExpressions;

namespace Blog.Import.Captures;

/// <summary>Marks where a link's address did not survive the copy, so that readers see that something was there.</summary>
/// <remarks>
/// A copy of a page as text keeps the words of a link and loses its address, and drops lines that were nothing but an address. Most links
/// leave no trace ("a recent survey"); marked is only what shows by itself that a link was there, in the order of the rules below. The
/// mark is the one used for links lost in markup.
/// </remarks>
internal static partial class LostLinks
{
    /// <summary>What readers see.</summary>
    public const string Mark = "[link lost]";

    /// <summary>The phrase it is counted under, the same as for markup.</summary>
    public const string Reason = "lost link marked";

    // "Please read;" and the names under it: longer lines are text.
    private const int MaxName = 60;

    // Rules look at the end of a paragraph only.
    private const int Window = 200;

    /// <summary>Adds the marks.</summary>
    /// <param name="lines">The text's lines without indentation, blank ones included; changed in place.</param>
    /// <param name="openingLost">Whether the line before the first was dropped.</param>
    /// <param name="gapAtEnd">Whether doubled blank lines at the very end show a dropped line (after a comment they do; between a post and
    /// what follows they are usual).</param>
    /// <returns>How many marks were added.</returns>
    public static int AddMarks(List<string> lines, bool openingLost, bool gapAtEnd)
    {
        var result = new List<string>(lines.Count);
        var count = 0;
        if (openingLost)
        {
            result.Add(Mark);
            result.Add(string.Empty);
            count++;
        }

        var announced = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Replace('\u00A0', ' ').TrimEnd();
            if (line.Length == 0)
            {
                result.Add(lines[i]);
                continue;
            }

            // "click here", "link two": the words are the link.
            var marked = LinkWords().Replace(lines[i], match => match.Value + " " + Mark);
            count += (marked.Length - lines[i].Length) / (Mark.Length + 1);
            var blanks = BlanksAfter(lines, i);
            var endsParagraph = blanks > 0 || i + 1 == lines.Count;
            var dropped = blanks >= 2 && (gapAtEnd || i + 1 + blanks < lines.Count);
            if (marked.Length > lines[i].Length || !endsParagraph)
            {
                result.Add(marked);
                announced = endsParagraph && Announces().IsMatch(Tail(line));
                continue;
            }

            var tail = Tail(line);
            if (announced && line.Length <= MaxName && char.IsLetterOrDigit(line[^1]))
            {
                // The names that "Please read;" announced.
                result.Add(line + " " + Mark);
                count++;
                continue;
            }

            announced = Announces().IsMatch(tail);
            if (EndsInAddress().IsMatch(tail))
            {
                result.Add(line + " " + Mark);
                count++;
            }
            else if (dropped && (tail.TrimEnd('-', ' ').EndsWith(':') || SpeaksOfLink().IsMatch(LastSentence(tail))))
            {
                result.Add(lines[i]);
                result.Add(string.Empty);
                result.Add(Mark);
                count++;
            }
            else
            {
                result.Add(lines[i]);
            }
        }

        lines.Clear();
        lines.AddRange(result);
        return count;
    }

    private static int BlanksAfter(List<string> lines, int line)
    {
        var blanks = 0;
        while (line + 1 + blanks < lines.Count && lines[line + 1 + blanks].Length == 0)
        {
            blanks++;
        }

        return blanks;
    }

    private static string Tail(string text) => text.Length <= Window ? text : text[^Window..];

    private static string LastSentence(string text)
    {
        var end = text.AsSpan(0, Math.Max(0, text.Length - 2)).LastIndexOfAny(".!?");
        return end < 0 ? text : text[(end + 1)..];
    }

    [GeneratedRegex(
        @"\bclick[ \u00A0]+(?:here|for[ \u00A0]+(?:the[ \u00A0]+)?link|on[ \u00A0]+(?:this|the)[ \u00A0]+link)\b|\blink[ \u00A0]+(?:one|two|three|[1-3])\b|\bhere(?=[ \u00A0]*:-?[ \u00A0]*$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkWords();

    [GeneratedRegex(@"\b(?:please|also|further|recommended|do) (?:read|see|visit|reading)\s*[;:]$|\blinks\s*[;:]$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Announces();

    [GeneratedRegex(@"(?:[,;:]|\b(?:please|then|or|and|just)) (?:contact|visit|e-?mail|go to)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EndsInAddress();

    [GeneratedRegex(@"\b(?:link|article|website|web page|video|petition|report|blog|pdf)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SpeaksOfLink();
}
