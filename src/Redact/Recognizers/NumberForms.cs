using System.Text.RegularExpressions;

namespace Blog.Redact.Recognizers;

/// <summary>Searches for forms of numbers where a text has digits, and nowhere else.</summary>
internal static class NumberForms
{
    /// <summary>Matches of a form in the stretches with digits, in order.</summary>
    public static List<TextRange> Find(ScannedText text, Regex form)
    {
        var found = new List<TextRange>();
        foreach (var stretch in text.Numbers)
        {
            foreach (var match in form.EnumerateMatches(text.Text.AsSpan(stretch.Start, stretch.Length)))
            {
                found.Add(new TextRange(stretch.Start + match.Index, stretch.Start + match.Index + match.Length));
            }
        }

        return found;
    }

    /// <summary>What stands before a place on its line, at most so many characters.</summary>
    public static ReadOnlySpan<char> Before(ScannedText text, int position, int length)
    {
        var start = Math.Max(0, position - length);
        return text.Text.AsSpan(start, position - start);
    }

    /// <summary>What stands after a place, at most so many characters.</summary>
    public static ReadOnlySpan<char> After(ScannedText text, int position, int length) => text.Text.AsSpan(position, Math.Min(length, text.Text.Length - position));
}
