using Blog.Redact.Gazetteers;

namespace Blog.Redact.Recognizers;

/// <summary>Places of work in justice: courts, prisons, police forces, probation regions, offices and former companies, hospitals, approved premises.</summary>
/// <remarks>Read in two ways: names of the tables, and a place's name beside a word for an office ("Quillford Crown Court", "HMP Quillford").</remarks>
internal sealed class OfficeRecognizer : IRecognizer
{
    private const int MaxName = 4;

    /// <inheritdoc/>
    public string Name => "office";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        foreach (var phrase in text.Phrases)
        {
            switch (phrase.Kind)
            {
                case PhraseKind.Office:
                    AddOffice(text, found, phrase);
                    break;
                case PhraseKind.Prison:
                    AddPrison(text, found, phrase);
                    break;
                case PhraseKind.ProbationArea or PhraseKind.Place or PhraseKind.AmbiguousPlace:
                    AddArea(text, found, phrase);
                    break;
                default:
                    break;
            }
        }

        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.Tokens[i].Is(WordClass.OfficeWord | WordClass.Institution))
            {
                AddBefore(text, found, i);
                AddAfter(text, found, i);
            }
        }
    }

    private void AddOffice(ScannedText text, FoundList found, PhraseMatch phrase)
    {
        var (first, last) = (text.Tokens[phrase.First], text.Tokens[phrase.After - 1]);
        var isWord = first.Is(WordClass.Common) && phrase.Count == 1;
        var score = last.IsCapital && !(isWord && first.OpensSentence) ? 0.85 : phrase.Count > 1 || !isWord ? 0.55 : 0;
        if (score > 0)
        {
            found.Add(this, FindingKind.Office, first.Start, last.End, score, "An office, court, prison, force or company of the tables.");
        }
    }

    /// <summary>"HMP Quillford", "Quillford prison".</summary>
    private void AddPrison(ScannedText text, FoundList found, PhraseMatch phrase)
    {
        var start = phrase.First;
        while (start > 0 && start > phrase.First - 3 && text.Tokens[start].Before <= TokenBreak.Mark && IsPrisonWord(text, start - 1))
        {
            start--;
        }

        var after = phrase.After;
        while (after < text.Tokens.Length && after < phrase.After + 2 && text.Tokens[after].Before <= TokenBreak.Blank && (IsPrisonWord(text, after) || text.IsWord(after, "open")))
        {
            after++;
        }

        if (start < phrase.First || after > phrase.After)
        {
            found.Add(this, FindingKind.Office, text.Tokens[start].Start, text.Tokens[after - 1].End, 0.95, "The name of a prison beside a word for one.");
        }
    }

    private static bool IsPrisonWord(ScannedText text, int i) =>
        text.IsWord(i, "hmp") || text.IsWord(i, "hmpyoi") || text.IsWord(i, "hmyoi") || text.IsWord(i, "yoi") || text.IsWord(i, "prison") || text.IsWord(i, "jail") || text.IsWord(i, "gaol") || text.IsWord(i, "nick") || text.IsWord(i, "irc") || text.IsWord(i, "stc");

    /// <summary>"Quillshire Probation", "NPS Quillshire", "Quillshire &amp; Oxlip CRC", "the Quillford office".</summary>
    private void AddArea(ScannedText text, FoundList found, PhraseMatch phrase)
    {
        var first = text.Tokens[phrase.First];
        if (!first.IsCapital)
        {
            return;
        }

        var after = phrase.After;
        while (after < text.Tokens.Length && after < phrase.After + 3 && text.Tokens[after].Before <= TokenBreak.Blank && IsAreaWord(text, after))
        {
            after++;
        }

        var start = phrase.First;
        if (after == phrase.After && start > 0 && first.Before <= TokenBreak.Blank && (text.IsWord(start - 1, "nps") || text.IsWord(start - 1, "crc")))
        {
            start--;
        }

        if (start < phrase.First || after > phrase.After)
        {
            found.Add(this, FindingKind.Office, text.Tokens[start].Start, text.Tokens[after - 1].End, 0.85, "A place beside a word for a probation region, area or office.");
        }
    }

    private static bool IsAreaWord(ScannedText text, int i) =>
        text.IsWord(i, "probation") || text.IsWord(i, "crc") || text.IsWord(i, "nps") || text.IsWord(i, "pdu") || text.IsWord(i, "ldu") || text.IsWord(i, "trust") || text.IsWord(i, "division") || text.IsWord(i, "region") ||
        text.IsWord(i, "cluster") || text.IsWord(i, "yot") || text.IsWord(i, "yos") || text.IsWord(i, "office") || text.IsWord(i, "hostel") || text.IsWord(i, "service") || text.IsWord(i, "community") ||
        text.IsWord(i, "rehabilitation") || text.IsWord(i, "company") || text.IsWord(i, "police") || text.IsWord(i, "constabulary") || text.IsWord(i, "ap") || text.IsWord(i, "approved") || text.IsWord(i, "premises") || text.IsWord(i, "mappa");

    /// <summary>A name with capitals before "Crown Court", "Magistrates' Court", "Police", "Hospital".</summary>
    private void AddBefore(ScannedText text, FoundList found, int i)
    {
        var after = CourtAfter(text, i);
        var isCourt = after > i;
        if (!isCourt)
        {
            var isHospital = text.Tokens[i].IsCapital && (text.IsWord(i, "hospital") || text.IsWord(i, "hospice") || text.IsWord(i, "infirmary") || text.IsWord(i, "constabulary") || text.IsWord(i, "police") || text.IsWord(i, "hostel"));
            after = isHospital ? i + 1 : i;
        }

        if (after == i)
        {
            return;
        }

        var start = NameBefore(text, i);
        if (start < i)
        {
            found.Add(this, FindingKind.Office, text.Tokens[start].Start, text.Tokens[after - 1].FullEnd, 0.9, isCourt ? "A name before a word for a court." : "A name before a word for a hospital, a force or a hostel.");
        }
    }

    /// <summary>Index after "Crown Court", "Magistrates' Court", "mags"; the same index where there is none.</summary>
    private static int CourtAfter(ScannedText text, int i)
    {
        if (text.IsWord(i, "mags"))
        {
            return text.IsWord(i + 1, "court") ? i + 2 : i + 1;
        }

        var isCourt = text.IsWord(i + 1, "court") && text.Tokens[i + 1].Before <= TokenBreak.Blank &&
            (text.IsWord(i, "crown") || text.IsWord(i, "magistrates") || text.IsWord(i, "magistrate") || text.IsWord(i, "county") || text.IsWord(i, "youth") || text.IsWord(i, "family") || text.IsWord(i, "combined") || text.IsWord(i, "sheriff") || text.IsWord(i, "district"));
        return isCourt ? i + 2 : i;
    }

    /// <summary>Index of the first word of a name of up to four words with capitals that ends before a word; the word's own where there is none.</summary>
    internal static int NameBefore(ScannedText text, int i)
    {
        var start = i;
        while (start > 0 && i - start < MaxName && text.Tokens[start].Before <= TokenBreak.Blank && IsNamePart(text, start - 1, start == i))
        {
            start--;
        }

        while (start < i && (!text.Tokens[start].IsCapital || (text.Tokens[start].OpensSentence && text.Tokens[start].Is(WordClass.Common) && !text.Tokens[start].Is(WordClass.Surname | WordClass.BeginsPhrase)) || text.IsWord(start, "the")))
        {
            start++;
        }

        return start;
    }

    private static bool IsNamePart(ScannedText text, int i, bool isLast)
    {
        var token = text.Tokens[i];
        return token.IsCapital
            ? !token.Is(WordClass.OfficeWord) && !(token.Is(WordClass.Common) && !token.Is(WordClass.Surname | WordClass.Forename | WordClass.BeginsPhrase))
            : !isLast && (text.IsWord(i, "and") || text.IsWord(i, "of") || text.IsWord(i, "the") || text.IsWord(i, "upon") || text.IsWord(i, "on"));
    }

    /// <summary>"HMP Quillford" with a name that no table has.</summary>
    private void AddAfter(ScannedText text, FoundList found, int i)
    {
        if (!text.Tokens[i].IsAllCapitals || !IsPrisonWord(text, i))
        {
            return;
        }

        var after = i + 1;
        while (after < text.Tokens.Length && after < i + 3 && text.Tokens[after].Before <= TokenBreak.Blank && text.Tokens[after].IsCapital && !IsPrisonWord(text, after) && text.WordAt(after).IndexOfAnyExcept('x', 'X') >= 0)
        {
            after++;
        }

        if (after > i + 1)
        {
            found.Add(this, FindingKind.Office, text.Tokens[i].Start, text.Tokens[after - 1].End, 0.8, "A name after the letters for a prison.");
        }
    }
}
