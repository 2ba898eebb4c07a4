using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Companies, charities and other organisations: those of the table, and names with "Ltd", "Solicitors", "Council" and the like at their end.</summary>
internal sealed class OrganisationRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public string Name => "organisation";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var phrase in text.Phrases)
        {
            var (first, last) = (text.Tokens[phrase.First], text.Tokens[phrase.After - 1]);
            if (phrase.Kind == PhraseKind.Organisation)
            {
                found.Add(this, FindingKind.Organisation, first.Start, last.End, first.IsCapital ? 0.8 : 0.55, "An organisation of the table.");
            }
            else if (phrase.Kind == PhraseKind.AmbiguousOrganisation && first.IsCapital && !first.OpensSentence)
            {
                found.Add(this, FindingKind.Organisation, first.Start, last.End, 0.4, "An organisation whose name is an ordinary word.");
            }
        }

        var fenced = BodyTokens(text);
        for (var i = 1; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Is(WordClass.Institution) && text.Tokens[i].IsCapital && !fenced[i])
            {
                AddNamed(text, found, i, fenced);
            }
        }
    }

    /// <summary>"Quillford Housing Association", "Oxlip Solicitors", "London Borough of Quillford", "University of Quillford".</summary>
    private void AddNamed(ScannedText text, FoundList found, int i, bool[] fenced)
    {
        var after = i + 1;
        while (after < text.Tokens.Length && text.Tokens[after].Before <= TokenBreak.Blank && text.Tokens[after].Is(WordClass.Institution) && text.Tokens[after].IsCapital)
        {
            after++;
        }

        if (text.IsWord(after, "of") && after + 1 < text.Tokens.Length && text.Tokens[after + 1].IsCapital && text.Tokens[after + 1].Before == TokenBreak.Blank && !fenced[after + 1] &&
            (text.Tokens[after + 1].Word == 0 || text.Tokens[after + 1].Is(WordClass.BeginsPhrase)))
        {
            after += 2;
        }

        var start = OfficeRecognizer.NameBefore(text, i);
        if (start == i && after - i < 3)
        {
            return;
        }

        for (var at = start; at < after; at++)
        {
            if (fenced[at])
            {
                return;
            }
        }

        found.Add(this, FindingKind.Organisation, text.Tokens[start].Start, text.Tokens[after - 1].End, text.Tokens[start].OpensSentence ? 0.55 : 0.7, "A name with a word for an organisation.");
    }

    private static bool[] BodyTokens(ScannedText text)
    {
        var fenced = new bool[text.Tokens.Length];
        foreach (var phrase in text.Phrases)
        {
            if (phrase.Kind is PhraseKind.PublicBody or PhraseKind.FigureOfSpeech)
            {
                fenced.AsSpan(phrase.First, phrase.Count).Fill(true);
            }
        }

        return fenced;
    }
}
