using System.Buffers;
using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>E-mail addresses, plain and disguised ("name at example dot org", "name (at) example.org", "n a m e @ example.org").</summary>
/// <remarks>The form of an address is RFC 5321's without quoted local parts, which people do not write in prose.</remarks>
internal sealed partial class EmailRecognizer : IRecognizer
{
    private const int MaxLocal = 64;
    private const int MaxDomain = 255;
    private const int Reach = 120;
    private const int MaxLabel = 41;

    private static readonly SearchValues<char> Disguises = SearchValues.Create(" ([{<");

    /// <inheritdoc/>
    public string Name => "email";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        FindPlain(text.Text, found);
        FindDisguised(text, found);
        foreach (var address in text.Addresses)
        {
            var at = address.Text.IndexOf('@', StringComparison.Ordinal);
            if (address.Text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            {
                found.AddInAddress(this, FindingKind.Email, address.Source, 1, "A link that opens a letter to an e-mail address.");
            }
            else if (at > 0 && TryPlain(address.Text, at, out var start, out var end))
            {
                found.AddInAddress(this, FindingKind.Email, new TextRange(address.Source.Start + start, address.Source.Start + end), 0.95, "An e-mail address in the address of a link.");
            }
        }
    }

    private void FindPlain(string text, FoundList found)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (TryPlain(text, at, out var start, out var end))
            {
                found.Add(this, FindingKind.Email, start, end, 1, "The form of an e-mail address.");
            }
        }
    }

    /// <summary>Reads outwards from the sign, at most as far as an address can be long.</summary>
    private static bool TryPlain(string text, int at, out int start, out int end)
    {
        start = at;
        while (start > 0 && at - start < MaxLocal && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < at && text[start] is '.' or '-' or '\'' or '*' or '_' or '/' or '=')
        {
            start++;
        }

        end = at + 1;
        var dot = -1;
        while (end < text.Length && end - at < MaxDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            dot = text[end] == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1]) ? end : dot;
            end++;
        }

        while (end > at && text[end - 1] is '.' or '-')
        {
            end--;
        }

        return start < at && dot > at + 1 && end - dot > 2;
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'' or '%' or '&' or '=' or '/' or '~' or '!' or '#' or '$' or '*' or '^' or '{' or '}';

    private void FindDisguised(ScannedText scanned, FoundList found)
    {
        var text = scanned.Text;
        var done = 0;
        var sign = text.IndexOf('@', StringComparison.Ordinal);
        foreach (var token in scanned.Tokens)
        {
            for (; sign >= 0 && sign < token.Start; sign = text.IndexOf('@', sign + 1))
            {
                FindDisguisedAt(text, sign, sign + 1, found, ref done);
            }

            if (token.Length == 2 && IsSpeltSign(text, token, out var mark))
            {
                FindDisguisedAt(text, mark, token.FullEnd, found, ref done);
            }
        }
    }

    /// <summary>Whether a word is "at" between blanks or after an opening bracket.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">A word of two letters.</param>
    /// <param name="mark">Position of the blank or bracket.</param>
    private static bool IsSpeltSign(string text, in Token token, out int mark)
    {
        mark = token.Start - 1;
        if (mark < 0 || (text[token.Start] | 0x20) != 'a' || (text[token.Start + 1] | 0x20) != 't')
        {
            return false;
        }

        if (text[mark] != ' ')
        {
            return Disguises.Contains(text[mark]);
        }

        mark -= mark > 0 && text[mark - 1] is '(' or '[' ? 1 : 0;
        return text[mark] != ' ' || (token.FullEnd < text.Length && text[token.FullEnd] == ' ');
    }

    /// <summary>Looks for a disguised address around one sign.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Position of the sign, or of the blank or bracket before it.</param>
    /// <param name="after">Position after the sign.</param>
    /// <param name="found">Where to add it.</param>
    /// <param name="done">Position after the last match.</param>
    private void FindDisguisedAt(string text, int at, int after, FoundList found, ref int done)
    {
        if (at < done || !(text[at] == ' ' ? IsLikely(text, at) : HasDomain(text, after)))
        {
            return;
        }

        var from = Math.Max(done, at - Reach);
        foreach (var match in Disguised().EnumerateMatches(text.AsSpan(from, Math.Min(text.Length, at + Reach) - from)))
        {
            if (from + match.Index <= at && from + match.Index + match.Length > at)
            {
                done = from + match.Index + match.Length;
                AddDisguised(text, found, from + match.Index, done);
            }
        }
    }

    private void AddDisguised(string text, FoundList found, int start, int end)
    {
        var words = text.AsSpan(start, end - start);
        if (!words.ContainsAny(Disguises))
        {
            return; // a plain address, found above
        }

        var isKnownEnd = KnownEnd().IsMatch(words);
        var local = words[..words.IndexOfAny(Disguises)];
        var isOrdinary = (Gazetteer.Words.ClassesOf(Gazetteer.Words.IdOf(local)) & (WordClass.Common | WordClass.Forename)) == WordClass.Common;
        var score = (Spelt(words), words.Contains('@'), isKnownEnd, isOrdinary) switch
        {
            (true, _, true, false) => 0.95,
            (true, _, false, false) => 0.7,
            (false, true, true, _) => 0.9,
            (true, _, true, true) or (false, false, true, false) => 0.45, // "look at example dot org" is an address of a page
            _ => 0,
        };
        if (score > 0)
        {
            found.Add(this, FindingKind.Email, SpacedStart(text, start), end, score, "An e-mail address with its sign or stops spelt out.");
        }
    }

    /// <summary>Whether a word and a stop, a bracket or "dot" follow a sign: without, the whole form would be tried around every sign of a text of signs.</summary>
    private static bool HasDomain(string text, int after)
    {
        var i = after;
        i += i < text.Length && text[i] == ' ' ? 1 : 0;
        i += i < text.Length && text[i] is ')' or ']' or '}' or '>' ? 1 : 0;
        i += i < text.Length && text[i] == ' ' ? 1 : 0;
        var start = i;
        while (i < text.Length && i - start <= MaxLabel && (char.IsLetter(text[i]) || char.IsNumber(text[i]) || text[i] == '-'))
        {
            i++;
        }

        if (i == start || i + 1 >= text.Length)
        {
            return false;
        }

        return text[i] == '.' || Disguises.Contains(text[text[i] == ' ' ? i + 1 : i]) || (text[i] == ' ' && text[i + 1] is 'd' or 'D' or '.');
    }

    /// <summary>The word "at" stands in every text; only before a word with a stop or "dot" after it is it looked at.</summary>
    private static bool IsLikely(string text, int at)
    {
        var i = at + 4;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '-'))
        {
            i++;
        }

        return i + 1 < text.Length && ((text[i] == '.' && char.IsLetter(text[i + 1])) || (text[i] == ' ' && text.AsSpan(i + 1).StartsWith("dot ", StringComparison.OrdinalIgnoreCase)) || text[i + 1] is '(' or '[' or '{' || text[i] is '(' or '[' or '{');
    }

    /// <summary>Whether the sign is in brackets or a stop is a word: nobody writes that by accident.</summary>
    private static bool Spelt(ReadOnlySpan<char> words) =>
        words.ContainsAny('(', '[', '{') || words.Contains('<') || words.Contains(" dot ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes in the letters before that stand one by one: "n a m e @ example . org".</summary>
    private static int SpacedStart(string text, int start)
    {
        while (start >= 2 && text[start + 1] == ' ' && text[start - 1] == ' ' && char.IsLetterOrDigit(text[start - 2]) && (start == 2 || text[start - 3] == ' '))
        {
            start -= 2;
        }

        return start;
    }

    // Bounded on every side: a local part of one to three pieces, a sign, one to four labels.
    [GeneratedRegex(@"(?<![\p{L}\p{N}._-])[\p{L}\p{N}][\p{L}\p{N}_-]{0,30}(?:(?:\.| ?[\(\[\{<]?(?:dot)[\)\]\}>]? ?| ?[\(\[\{<]\.[\)\]\}>] ?)[\p{L}\p{N}][\p{L}\p{N}_-]{0,30}){0,2}(?: ?[\(\[\{<] ?(?:at|@) ?[\)\]\}>] ?| at | ?@ ?)[\p{L}\p{N}][\p{L}\p{N}-]{0,40}(?:(?:\.| ?[\(\[\{<] ?(?:dot|\.) ?[\)\]\}>] ?| dot | \. ?|\. )[\p{L}\p{N}][\p{L}\p{N}-]{0,20}){1,3}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Disguised();

    [GeneratedRegex(@"(?:\.|dot[\)\]\}>]?) ?(?:(?:co|ac|gov|org|gsi|nhs|police|net|me|ltd|plc|sch|cjsm)(?:\.|[ \(\[]{0,2}dot[\)\]]? ?)(?:uk|net|au|nz|za)|com|org|net|uk|edu|info|ie|eu|gov|io|me|scot|wales|cymru|london|biz)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex KnownEnd();
}
