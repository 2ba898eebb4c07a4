namespace Blog.Text;

/// <summary>What a folded text remembers of a letter's place in its source; the <see cref="LetterGap"/> before it stands in the bits above.</summary>
[Flags]
public enum LetterTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A word may begin here.</summary>
    WordStart = 1,

    /// <summary>A word may end with this letter.</summary>
    WordEnd = 2,

    /// <summary>A capital in the source.</summary>
    Upper = 4,

    /// <summary>The first letter of a sentence, heading, cell or attribute.</summary>
    SentenceStart = 8,

    /// <summary>The source has a character beyond ASCII here, which may only look like the letter it folds to.</summary>
    Foreign = 16,

    /// <summary>Not a letter's own start: a further letter of the same source character ("ffi" of one ligature).</summary>
    Continued = 32,

    /// <summary>A comma stands before it.</summary>
    AfterComma = 64,
}
