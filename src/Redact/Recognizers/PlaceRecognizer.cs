using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Towns, counties, regions, nations and countries; an unknown word with a capital after "in" or "near" is a near miss, or counts where it ends as English places do.</summary>
internal sealed class PlaceRecognizer : IRecognizer
{
    private static readonly string[] Endings = ["ham", "ton", "ford", "bury", "shire", "wick", "thorpe", "combe", "mouth", "minster", "chester", "cester", "borough", "burgh", "brough", "stead", "wold", "leigh", "hurst", "worth", "mere", "dale", "field", "pool", "port", "stow", "ness", "wich"];

    /// <inheritdoc/>
    public string Name => "place";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var phrase in text.Phrases)
        {
            if (phrase.Kind is PhraseKind.Place or PhraseKind.AmbiguousPlace or PhraseKind.Country)
            {
                AddKnown(text, found, phrase);
            }
        }

        for (var i = 1; i < text.Tokens.Length; i++)
        {
            AddUnknown(text, found, i);
        }
    }

    private void AddKnown(ScannedText text, FoundList found, PhraseMatch phrase)
    {
        var first = text.Tokens[phrase.First];
        var last = text.Tokens[phrase.After - 1];
        var isAfterPreposition = phrase.First > 0 && first.Before <= TokenBreak.Blank && text.Tokens[phrase.First - 1].Is(WordClass.PlacePreposition);
        var (score, why) = phrase.Kind switch
        {
            PhraseKind.Country => (CountryScore(text, phrase, isAfterPreposition), "A nation, a country or a great city abroad."),
            PhraseKind.AmbiguousPlace => (AmbiguousScore(text, phrase, isAfterPreposition), "A place whose name is also a word or a person's."),
            _ => (PlainScore(text, phrase, isAfterPreposition), "A place of the gazetteer."),
        };
        if (score > 0)
        {
            found.Add(this, FindingKind.Place, first.Start, last.End, score, why);
        }
    }

    private static double PlainScore(ScannedText text, PhraseMatch phrase, bool isAfterPreposition)
    {
        var first = text.Tokens[phrase.First];
        if (!first.IsCapital)
        {
            return phrase.Count > 1 ? 0.6 : isAfterPreposition ? 0.6 : 0.45;
        }

        if (phrase.Count == 1 && first.Is(WordClass.Surname) && !isAfterPreposition)
        {
            return IsPartOfName(text, phrase) ? 0.2 : first.OpensSentence ? 0.4 : 0.55;
        }

        return isAfterPreposition ? 0.95 : 0.85;
    }

    private static double AmbiguousScore(ScannedText text, PhraseMatch phrase, bool isAfterPreposition)
    {
        if (!text.Tokens[phrase.First].IsCapital || IsPartOfName(text, phrase))
        {
            return 0;
        }

        return isAfterPreposition ? (text.Tokens[phrase.First].Is(WordClass.Month) ? 0.3 : 0.7) : text.Tokens[phrase.First].OpensSentence ? 0.2 : 0.35;
    }

    /// <summary>"England and Wales" is where the law holds, not where somebody is.</summary>
    private static double CountryScore(ScannedText text, PhraseMatch phrase, bool isAfterPreposition)
    {
        if (!text.Tokens[phrase.First].IsCapital || IsPartOfName(text, phrase))
        {
            return phrase.Count > 1 ? 0.4 : 0;
        }

        var isJurisdiction = (text.IsWord(phrase.After, "and") && (text.IsWord(phrase.After + 1, "Wales") || text.IsWord(phrase.After + 1, "Northern"))) ||
            (text.IsWord(phrase.First - 1, "and") && (text.IsWord(phrase.First - 2, "England") || text.IsWord(phrase.First - 2, "Britain")));
        var isHome = text.IsWord(phrase.First, "England") || text.IsWord(phrase.First, "UK") || text.IsWord(phrase.First, "Britain") || text.IsWord(phrase.First, "United") || text.IsWord(phrase.First, "Great");
        return isJurisdiction || isHome ? 0.3 : isAfterPreposition ? 0.7 : 0.55;
    }

    /// <summary>"Lincoln Oxlip", "Andrea Lincoln": a first name or surname with a capital right beside it.</summary>
    private static bool IsPartOfName(ScannedText text, PhraseMatch phrase)
    {
        var (before, after) = (phrase.First - 1, phrase.After);
        var hasForename = before >= 0 && text.Tokens[phrase.First].Before <= TokenBreak.Stop && text.Tokens[before].IsCapital && text.Tokens[before].Is(WordClass.Forename | WordClass.Title) && !text.Tokens[before].Is(WordClass.Common);
        var hasSurname = after < text.Tokens.Length && text.Tokens[after].Before <= TokenBreak.Blank && text.Tokens[after].IsCapital && text.Tokens[phrase.First].Is(WordClass.Forename) &&
            (text.Tokens[after].Is(WordClass.Surname) || !text.Tokens[after].Is(WordClass.Common)) && !text.Tokens[after].IsAllCapitals;
        return hasForename || hasSurname;
    }

    private void AddUnknown(ScannedText text, FoundList found, int i)
    {
        var (token, before) = (text.Tokens[i], text.Tokens[i - 1]);
        if (!token.IsCapital || token.Word != 0 || token.IsAllCapitals || token.Before != TokenBreak.Blank || !before.Is(WordClass.PlacePreposition) || before.IsCapital || token.HasDigits ||
            text.WordAt(i).IndexOfAnyExcept('x', 'X') < 0)
        {
            return;
        }

        var isEnglish = token.Length > 5 && EndsAsPlace(text.WordAt(i));
        var isStrong = text.IsWord(i - 1, "in") || text.IsWord(i - 1, "near");
        if (isEnglish || isStrong)
        {
            found.Add(this, FindingKind.Place, token.Start, token.End, isEnglish ? 0.6 : 0.4, isEnglish ? "A word after \"in\" or the like that ends as English places do." : "A word with a capital after \"in\" or \"near\".");
        }
    }

    private static bool EndsAsPlace(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
