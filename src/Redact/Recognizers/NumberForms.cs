namespace Blog.Redact.Recognizers;

/// <summary>Searches for forms of numbers where a text has digits, and nowhere else.</summary>
internal static class NumberForms
{
    /// <summary>Matches of a form in the stretches with digits, in order.</summary>
    public static List<TextRange> Find(ScannedText text, NumberForm form)
    {
        List<TextRange>? found = null;
        foreach (var stretch in text.Numbers)
        {
            if (!form.MayBeIn(text.Text, stretch))
            {
                continue;
            }

            var start = Math.Max(stretch.Start, stretch.FirstDigits - form.Reach);
            var end = Math.Min(stretch.End, stretch.LastDigits + form.Reach);
            foreach (var match in form.Pattern.EnumerateMatches(text.Text.AsSpan(stretch.Start, end - stretch.Start), start - stretch.Start))
            {
                (found ??= []).Add(new TextRange(stretch.Start + match.Index, stretch.Start + match.Index + match.Length));
            }
        }

        return found ?? [];
    }

    /// <summary>The group <c>number</c> of the matches of a form, in order: for forms that begin with a word before the number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="form">The form.</param>
    public static List<TextRange> FindAfterWord(ScannedText text, NumberForm form)
    {
        List<TextRange>? found = null;
        foreach (var stretch in text.Numbers)
        {
            if (!form.MayBeIn(text.Text, stretch))
            {
                continue;
            }

            for (var match = form.Pattern.Match(text.Text, stretch.Start, stretch.Length); match.Success; match = match.NextMatch())
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
