using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Redact;

namespace Blog.Release.Citations;

/// <summary>Finds the clock times in a comment that cite another comment, and leaves those alone that tell when something happened.</summary>
/// <remarks>
/// A bare "at 11:23" is never one: it takes words that make it somebody's comment. So a diary line, a train, a decimal, a section, a
/// date or a score is not asked about at all, whatever stands in the thread at that minute; with a hundred comments a day a chance match
/// is too likely to prove anything.
/// </remarks>
internal static partial class CitationFinder
{
    private const int Context = 80;

    /// <summary>The citations of a comment in the order of its text.</summary>
    /// <param name="text">Its prose: <see cref="ProseView.Text"/>.</param>
    /// <param name="names">Names that stand beside comments of the thread, for "Nettlepin at 14.31".</param>
    public static IReadOnlyList<TimeCitation> Find(string text, IReadOnlySet<string> names)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        var found = new List<TimeCitation>();
        var isDiary = LineOpensWithTime().Count(text) > 1;
        foreach (Match match in Time().Matches(text))
        {
            if (!IsClock(text, match, out var time))
            {
                continue;
            }

            var before = Before(text, match.Index);
            var after = After(text, match.Index + match.Length);
            var last = found.Count > 0 ? found[^1] : null;
            if (last is not null && match.Index - last.End < 40 && Continuation().IsMatch(text[last.End..match.Index]))
            {
                found.Add(new TimeCitation(match.Index, match.Length, time, last.Form, last.Opens));
            }
            else if (FormOf(before, after, match, isDiary, text, names) is { } form)
            {
                found.Add(new TimeCitation(match.Index, match.Length, time, form, IsOpening(text, match.Index, form)));
            }
        }

        return found;
    }

    private static CitationForm? FormOf(string before, string after, Match match, bool isDiary, string text, IReadOnlySet<string> names)
    {
        if (Anonymous().IsMatch(before))
        {
            return CitationForm.Anonymous;
        }

        if (AtSign().IsMatch(before))
        {
            return CitationForm.AtSign;
        }

        if (Own().IsMatch(before))
        {
            return CitationForm.OwnComment;
        }

        if (Some().IsMatch(before))
        {
            return CitationForm.SomeComment;
        }

        if (By().IsMatch(before))
        {
            return CitationForm.By;
        }

        if (Statement().IsMatch(before))
        {
            return CitationForm.Statement;
        }

        if (Answer().IsMatch(before) || (SentenceStart().IsMatch(before) && Subject().IsMatch(after)))
        {
            return CitationForm.Answer;
        }

        if (EndsWithName(before, names))
        {
            return CitationForm.Named;
        }

        var hasSuffix = match.Groups["suffix"].Success;
        return !isDiary && !hasSuffix && text.AsSpan(0, match.Index).Trim(" \n*_\"'\u201C(").IsEmpty && Response().IsMatch(after) ? CitationForm.Opening : null;
    }

    /// <summary>"Nettlepin at 14.31", "Nettlepin (14:31)", with a name of the thread in its own letter case.</summary>
    private static bool EndsWithName(string before, IReadOnlySet<string> names)
    {
        var joint = NameJoint().Match(before);
        if (!joint.Success)
        {
            return false;
        }

        var words = before.AsSpan(0, joint.Index).TrimEnd();
        foreach (var name in names)
        {
            if (words.EndsWith(name, StringComparison.Ordinal) && (words.Length == name.Length || !char.IsLetterOrDigit(words[^(name.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpening(string text, int start, CitationForm form) =>
        form is CitationForm.Anonymous or CitationForm.AtSign or CitationForm.Opening or CitationForm.Answer or CitationForm.Named &&
        text.AsSpan(0, start).IndexOfAny(".!?\n") < 0 && start <= 40;

    private static bool IsClock(string text, Match match, out ClockTime time)
    {
        var hourText = match.Groups["hour"].ValueSpan;
        var hour = int.Parse(hourText, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = int.Parse(match.Groups["minute"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var suffix = match.Groups["suffix"].ValueSpan;
        time = default;
        if (Unit().IsMatch(After(text, match.Index + match.Length)) || NotClock().IsMatch(Before(text, match.Index)))
        {
            return false;
        }

        if (suffix.Length > 0 && (suffix[0] | 0x20) is 'a' or 'p')
        {
            if (hour is 0 or > 12)
            {
                return false;
            }

            time = new ClockTime((hour % 12) + ((suffix[0] | 0x20) == 'p' ? 12 : 0), minute, MayBeEvening: false);
            return true;
        }

        // "01:40" is written so on a twenty-four-hour page only; "1:40" may be either page's.
        time = new ClockTime(hour, minute, MayBeEvening: suffix.Length == 0 && hourText.Length == 1 && hour is > 0 and < 12);
        return true;
    }

    private static string Before(string text, int position)
    {
        var start = Math.Max(0, position - Context);
        var line = text.LastIndexOf('\n', Math.Max(0, position - 1), Math.Max(0, position - start));
        return text[(line < 0 ? start : line + 1)..position];
    }

    private static string After(string text, int position)
    {
        var end = Math.Min(text.Length, position + Context);
        var line = text.IndexOf('\n', position, end - position);
        return text[position..(line < 0 ? end : line)];
    }

    // Digits around it make it something else: a date, a version, a longer number, a range of times.
    [GeneratedRegex(@"(?<![\p{L}\p{N}.:,/£$€#%–—-])(?<hour>[01]?[0-9]|2[0-3])[:.](?<minute>[0-5][0-9])(?![\p{N}])(?![.:,/–—-][0-9])(?: ?(?<suffix>(?:am|pm|a\.m\.|p\.m\.|hrs)(?![\p{L}])))?(?! ?[%°])(?![\p{L}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\s?(?:per\s?cent|percent|million|billion|m\b|bn|k\b|days|years|months|weeks|hours|working|miles|km|kg|points|times\b|per\b|p\b|pence|pounds|ferry|train|bus|flight|meeting|news|in favour)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?:\b(?:section|sections|paragraph|para|paras|page|pages|chapter|version|table|figure|fig|rule|article|clause|appendix|annex|verse|part|no|number|schedule|from|between|until|till|the)\.?|[£$€])\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotClock();

    [GeneratedRegex(@"^[ *_>]*(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LineOpensWithTime();

    [GeneratedRegex(@"^[,]?\s*(?:and|&|or|,)\s*(?:then |again |also |the one )?(?:(?:at|@)\s*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Continuation();

    [GeneratedRegex(@"\b(?:anon|anonymous|unknown)(?:\s+(?:poster|contributor|commenter|colleague|person|above|below|po|pso|spo|user))?\s*[,.:;]?\s*[-–—]?\s*(?:(?:at|@|of|on|from)\s*|\()?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Anonymous();

    [GeneratedRegex(@"(?:^|[\s(,;:.\u201C""'])@\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex AtSign();

    [GeneratedRegex(@"\b(?:my|our)\s+(?:\w+\s+){0,2}?(?:points?|comments?|posts?|reply|replies|questions?|remarks?|message|response|contribution|views?|suggestion|answer|observations?|rant)\s*(?:(?:made|posted|written|above|earlier|here|yesterday|today|this morning)\s+)?(?:at|@|of|from|\()\s*$|\bI\s+(?:said|posted|wrote|commented|replied|mentioned|asked)\s+(?:(?:so|this|that|it|above|earlier|here)\s+)?(?:at|@)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:your|his|her|their|the|this|that|any|s)\s+(?:\w+\s+){0,2}?(?:points?|comments?|posts?|reply|replies|remarks?|message|response|contribution|contributor|poster|commenter|suggestion|observations?|rant)\s*(?:(?:made|posted|written|above|earlier|here|yesterday|today|this morning)\s+)?(?:at|@|of|from|\()\s*$|\b(?:comments?|poster|contributor|commenter)\s+(?:(?:above|earlier)\s+)?(?:(?:at|@|of|from)\s*|\()$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Some();

    [GeneratedRegex(@"\b(?:analysis|comments?|points?|posts?|remarks?|questions?|suggestions?|reply|response|views?|contribution|made|said|put|raised|expressed|posted|written|summed up|described|sentiments?|description|summary|advice|account|argument|observations?)\s+(?:\w+\s+){0,2}?by\s+(?:anon(?:ymous)?\s+(?:at\s+)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\b(?:is|was|are|were)\s+(?:(?:so|quite|absolutely|entirely|completely|totally|dead|very|not|also|perfectly)\s+)?(?:right|wrong|correct|mistaken|spot on|on the money)\s+(?:at|@)\s*$|\b(?:you|anon|anonymous|poster|someone|somebody)\s+(?:said|say|says|wrote|commented|posted|replied|asked|argued|mentioned|noted|put it|pointed out|suggested|explained)\s+(?:(?:so|this|that|it|above|earlier|here)\s+)?(?:at|@)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?:\b(?:agree|agreed|agreeing|disagree|concur|sympathise)\s+with\s+(?:you\s+)?|\b(?:re|reply to|replying to|in reply to|response to|in response to|in answer to|answer to|addressed to)\s*:?\s*|\b(?:well said|hear hear|spot on|good point|thanks|thank you|cheers)\s*,?\s*|^\s*to\s+|\bthe likes of\s+|\bto (?:the )?(?:poster|person)\s+(?:at\s+)?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"(?:^|[.!?]\s)\s*(?:(?:and|but|so|yes|no|as)\s*,?\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SentenceStart();

    [GeneratedRegex(@"^\s+(?:(?:is|was)\s+(?:(?:so|quite|absolutely|entirely|totally|not)\s+)?(?:right|wrong|correct|spot on|mistaken)\b|(?:says|said|wrote|writes|makes|made|raises|hits|asks|has a (?:good |fair )?point|sums)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\s*(?:\bat|@|\()\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameJoint();

    /// <summary>How an answer goes on after the time, as a diary line does not: a stop and a demonstrative, a yes or no, thanks, a view.</summary>
    [GeneratedRegex(@"^[)*_""'\u201D]*\s*[-–—.,:;!]*\s*(?:that(?:'s|’s| is| was|)\b|this (?:is|was)\b|those\b|these\b|you(?:'|’|r\b|\b)|yes\b|yep\b|no\b|nope\b|agreed?\b|absolutely\b|totally\b|completely\b|exactly\b|indeed\b|well said\b|well put\b|spot on\b|hear hear\b|thanks?\b|sorry (?:to|but|you)\b|what (?:a|do|are|is|makes|on)\b|why (?:do|are|is|would|not|should)\b|how (?:do|can|dare|true|sad|is)\b|who (?:are|is|do)\b|where (?:do|are|is)\b|did you\b|do you\b|are you\b|if you\b|i (?:agree|disagree|think|don't|don’t|do not|hear|totally|completely|fully|wonder|feel for|feel the|understand|know how|know what|share|second|too\b|couldn't|couldn’t|am sorry|am afraid|am with)|i(?:'m|’m) (?:sorry|afraid|with)|me too\b|same here\b|so true\b|so right\b|not (?:sure|true|so|really)\b|rubbish\b|nonsense\b|good (?:point|for|luck)\b|great (?:post|comment|point)\b|excellent\b|brilliant\b|fair (?:point|enough|comment)\b|couldn't agree\b|couldn’t agree\b|lol\b|ha ha\b|haha\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Response();
}
