using System.Text.RegularExpressions;

namespace Blog.Import.Captures;

/// <summary>
/// Finds a post whose date and title are not in the copy: the text before says goodbye, two blank lines follow, and the text after
/// presents itself as a new one.
/// </summary>
/// <remarks>
/// All three are asked for, because each alone is common inside a post: doubled blank lines stand wherever the copy dropped a line (a
/// picture, a bare link, a bold "Monday"), letters quoted in a post end in "Kind regards", and posts mention "this blog" everywhere. A
/// letter that opens with a salutation is deliberately no new post. docs/import-captures.md states the rule and what it does to the real
/// pages: one hit, the lost post, and no other.
/// </remarks>
internal static partial class LostHeading
{
    // How much of a paragraph is looked at: a goodbye stands at its end or start, a presentation at its start.
    private const int Window = 240;

    /// <summary>Whether a new post begins at <paramref name="line"/>, a line that is not blank.</summary>
    /// <param name="lines">The capture.</param>
    /// <param name="start">First line of the post's body so far.</param>
    /// <param name="line">The line to judge.</param>
    public static bool OpensAt(IReadOnlyList<CaptureLine> lines, int start, int line)
    {
        if (line - 3 < start || lines[line].Indent != 0 || !lines[line - 1].IsBlank || !lines[line - 2].IsBlank)
        {
            return false;
        }

        var before = line - 3;
        while (before > start && lines[before].IsBlank)
        {
            before--;
        }

        return Closes(lines[before].Content) && Opens(lines[line].Content);
    }

    private static bool Closes(string paragraph)
    {
        var text = paragraph.Replace('\u00A0', ' ');
        var head = text.Length <= Window ? text : text[..Window];
        var tail = text.Length <= Window ? text : text[^Window..];
        return Goodbye().IsMatch(tail) || ThanksForReading().IsMatch(head);
    }

    private static bool Opens(string paragraph)
    {
        var text = paragraph.Replace('\u00A0', ' ');
        return Presentation().IsMatch(text.Length <= Window ? text : text[..Window]);
    }

    [GeneratedRegex(
        @"\b(?:follow|find|join) me (?:on|at|here)\b|\bgive me a follow\b|\btweet me\b|\b(?:kind|best|warm) (?:regards|wishes)\b|\byours (?:sincerely|faithfully|truly)\b|\buntil next time\b|\bmore (?:to follow|soon|next time)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Goodbye();

    [GeneratedRegex(
        @"^\W*(?:many )?thank(?:s| you)(?: all| everyone)? for reading\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ThanksForReading();

    // "This is a … blog", "This post is about", "In this piece I", "I was asked to write a post on".
    [GeneratedRegex(
        @"\bthis is (?:an?|the|my|our|another)\b[^.?!]{0,80}\b(?:blog|post|piece|article|entry)\b|\b(?:in )?this (?:blog|blog post|post|piece|article|entry) (?:is|was|will|looks|follows|aims|I|we)\b|\basked to (?:write|blog|post)\b[^.?!]{0,60}\b(?:blog|post|piece|article|about|on)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Presentation();
}
