namespace Blog.Text;

/// <summary>Tells whether words stand in the letter case that a term asks for.</summary>
public static class LetterCaseRule
{
    /// <summary>Whether they do. Letters without case count as capitals.</summary>
    public static bool Allows(LetterCase asked, ReadOnlySpan<char> words) => asked switch
    {
        LetterCase.Any => true,
        LetterCase.Capitalised => StartsWithCapital(words),
        LetterCase.Capitals => !HoldsLower(words.Length > 2 && words[^1] == 's' ? words[..^1] : words),
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "No rule for this case."),
    };

    private static bool StartsWithCapital(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
            {
                return !char.IsLower(c);
            }
        }

        return false;
    }

    private static bool HoldsLower(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }
}
