namespace Blog.Search.Analysis;

/// <summary>A word as it is spelt in a text, and its terms.</summary>
/// <param name="Spelling">The word.</param>
/// <param name="Term">The term under which it is found; null for a stop word.</param>
/// <param name="CapitalForm">The abbreviation in capitals that it is; null for most words.</param>
internal readonly record struct WordForm(string Spelling, string? Term, string? CapitalForm)
{
    /// <summary>The word as readers are told it: small letters, without a possessive ending.</summary>
    public string Surface
    {
        get
        {
            var word = PossessiveEnding.Remove(Spelling);
            return string.Create(word.Length, word, static (target, text) => LowerCase.Write(text, target));
        }
    }
}
