using System.Text.RegularExpressions;
using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Searches for forms of numbers where a text has digits, and nowhere else.</summary>
internal static class NumberForms
{
    /// <summary>Matches of a form in the stretches with digits, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">The form.</param>
    /// <param name="digits">How many digits the form has at least; stretches with fewer are not searched.</param>
    /// <param name="isMixed">Whether it always has a word of letters and digits.</param>
    /// <param name="cue">Classes of which its stretch must have a word; none asks for nothing.</param>
    public static List<TextRange> Find(ScannedText text, Regex form, int digits, bool isMixed = false, WordClass cue = WordClass.None)
    {
        List<TextRange>? found = null;
        foreach (var stretch in text.Numbers)
        {
            if (stretch.Digits < digits || (isMixed && !stretch.HasMixed) || (cue != WordClass.None && (stretch.Classes & cue) == WordClass.None))
            {
                continue;
            }

            foreach (var match in form.EnumerateMatches(text.Text.AsSpan(stretch.Start, stretch.Length)))
            {
                (found ??= []).Add(new TextRange(stretch.Start + match.Index, stretch.Start + match.Index + match.Length));
            }
        }

        return found ?? [];
    }

    /// <summary>The group <c>number</c> of the matches of a form, in order: for forms that begin with a word before the number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">The form.</param>
    /// <param name="digits">How many digits the form has at least.</param>
    public static List<TextRange> FindAfterWord(ScannedText text, Regex form, int digits)
    {
        List<TextRange>? found = null;
        foreach (var stretch in text.Numbers)
        {
            if (stretch.Digits < digits)
            {
                continue;
            }

            for (var match = form.Match(text.Text, stretch.Start, stretch.Length); match.Success; match = match.NextMatch())
            {
                var number = match.Groups["number"];
                (found ??= []).Add(new TextRange(number.Index, number.Index + number.Length));
            }
        }

        return found ?? [];
    }

    /// <summary>What stands before a place, at most so many characters.</summary>
    public static ReadOnlySpan<char> Before(ScannedText text, int position, int length)
    {
        var start = Math.Max(0, position - length);
        return text.Text.AsSpan(start, position - start);
    }

    /// <summary>What stands after a place, at most so many characters.</summary>
    public static ReadOnlySpan<char> After(ScannedText text, int position, int length) => text.Text.AsSpan(position, Math.Min(length, text.Text.Length - position));
}
