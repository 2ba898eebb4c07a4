using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Roles and ranks of somebody in particular: "I'm a PSO", "as a former SPO", "my ACO", "(Andrea, Probation Officer)". Roles in general are none.</summary>
internal sealed class RoleRecognizer : IRecognizer
{
    private const int Reach = 4;

    /// <inheritdoc/>
    public string Name => "role";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var phrase in text.Phrases)
        {
            if (phrase.Kind is not (PhraseKind.Role or PhraseKind.PublicBody) || !IsRole(text, phrase))
            {
                continue;
            }

            var start = phrase.First;
            while (start > 0 && start > phrase.First - 3 && text.Tokens[start].Before <= TokenBreak.Blank && IsQualifier(text, start - 1))
            {
                start--;
            }

            var (score, why) = Weigh(text, phrase, start);
            if (score > 0)
            {
                found.Add(this, FindingKind.Role, text.Tokens[start].Start, text.Tokens[phrase.After - 1].End, score, why);
            }
        }
    }

    /// <summary>Role titles stand among the public bodies too, as fences for names of people.</summary>
    private static bool IsRole(ScannedText text, PhraseMatch phrase) =>
        phrase.Kind == PhraseKind.Role || (phrase.Count > 1 && (text.IsWord(phrase.After - 1, "officer") || text.IsWord(phrase.After - 1, "manager") || text.IsWord(phrase.After - 1, "supervisor") || text.IsWord(phrase.After - 1, "administrator") || text.IsWord(phrase.After - 1, "worker")));

    private static (double Score, string Why) Weigh(ScannedText text, PhraseMatch phrase, int start)
    {
        var last = text.Tokens[phrase.After - 1];
        if (text.Tokens[start].Before > TokenBreak.Mark)
        {
            return (0, string.Empty);
        }

        for (var i = start - 1; i >= 0 && i >= start - Reach && text.Tokens[i + 1].Before < TokenBreak.Mark; i--)
        {
            if (text.IsWord(i, "I'm") || text.IsWord(i, "I’m") || (text.IsWord(i, "am") && text.IsWord(i - 1, "I")) || (text.IsWord(i, "was") && text.IsWord(i - 1, "I")) || (text.IsWord(i, "been") && (text.IsWord(i - 1, "I've") || text.IsWord(i - 1, "I’ve") || text.IsWord(i - 2, "I"))))
            {
                return (0.8, "A role after \"I am\" or \"I was\".");
            }

            if (text.IsWord(i, "as") && (text.IsWord(i + 1, "a") || text.IsWord(i + 1, "an")) && i + 2 >= start - 1)
            {
                return (0.65, "A role after \"as a\".");
            }

            if (text.IsWord(i, "my") || text.IsWord(i, "our"))
            {
                return (last.IsPossessive ? 0.45 : 0.5, "The role of somebody near the writer.");
            }

            if ((text.IsWord(i, "is") || text.IsWord(i, "was")) && (text.IsWord(i - 1, "he") || text.IsWord(i - 1, "she") || text.IsWord(i - 1, "who") || (i > 0 && text.Tokens[i - 1].Is(WordClass.Relative))))
            {
                return (0.6, "The role of somebody who is spoken of.");
            }
        }

        if (start < phrase.First)
        {
            return (0.55, "A role with a word that narrows it.");
        }

        var closes = last.End < text.Text.Length && text.Text[last.End] == ')';
        return closes && text.Tokens[start].Before == TokenBreak.Mark ? (0.6, "A role behind a name or place in brackets.") : (0, string.Empty);
    }

    private static bool IsQualifier(ScannedText text, int i) =>
        text.IsWord(i, "former") || text.IsWord(i, "ex") || text.IsWord(i, "retired") || text.IsWord(i, "acting") || text.IsWord(i, "temporary") || text.IsWord(i, "trainee") || text.IsWord(i, "qualified") || text.IsWord(i, "newly") ||
        text.IsWord(i, "agency") || text.IsWord(i, "locum") || text.IsWord(i, "serving") || text.IsWord(i, "experienced");
}
