namespace Blog.Text;

/// <summary>One sequence of folded letters by which a term is found.</summary>
/// <param name="Letters">The letters.</param>
/// <param name="Term">Index of the term.</param>
/// <param name="Kind">How it was made of the term.</param>
/// <param name="Gaps">For each letter what stands before it in the term itself.</param>
/// <param name="IsName">Whether it is a single word given with a capital that is an ordinary word too.</param>
/// <param name="IsUnspaced">Whether each of its letters is a word for itself, as in scripts without blanks: any gap may stand anywhere.</param>
internal sealed record TermPattern(string Letters, int Term, TermPatternKind Kind, LetterGap[] Gaps, bool IsName, bool IsUnspaced)
{
    /// <summary>Whether it holds a digit, so that its parts may be grouped in any way.</summary>
    public bool HasDigit { get; } = Letters.AsSpan().ContainsAnyInRange('0', '9');
}
