using Blog.Redact;
using Blog.Vault;

namespace Blog.Moderate;

/// <summary>Finds the place a decision was made for in the text as it is now.</summary>
internal static class PlaceFinder
{
    /// <summary>Where the words of the decision stand: at its place; where the text has moved, everywhere they stand; nowhere where they are gone.</summary>
    /// <remarks>A moved redaction takes out every occurrence: one too many is a nuisance, one too few a leak. Erased words are found by position alone.</remarks>
    public static IReadOnlyList<TextRange> Find(string text, VaultDecision decision)
    {
        var end = decision.Start + decision.Length;
        var fits = decision is { Start: >= 0, Length: > 0 } && end <= text.Length;
        if (decision.Term is not { Length: > 0 } words)
        {
            return fits ? [new TextRange(decision.Start, end)] : [];
        }

        if (fits && text.AsSpan(decision.Start, decision.Length).SequenceEqual(words))
        {
            return [new TextRange(decision.Start, end)];
        }

        var found = new List<TextRange>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
        {
            found.Add(new TextRange(at, at + words.Length));
        }

        return found;
    }
}
