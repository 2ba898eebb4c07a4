namespace Blog.Redact.Gazetteers;

/// <summary>All tables together, read once: the lexicon of words and the phrases.</summary>
internal static class Gazetteer
{
    /// <summary>The words.</summary>
    public static WordLexicon Words { get; } = new();

    /// <summary>The phrases.</summary>
    public static PhraseTable Phrases { get; } = new(Words);

    static Gazetteer()
    {
        AddWords("forenames", WordClass.Forename);
        AddWords("surnames", WordClass.Surname);
        AddWords("ambiguous-names", WordClass.Ambiguous);
        AddWords("titles", WordClass.Title);
        AddWords("name-particles", WordClass.Particle);
        AddWords("person-verbs", WordClass.PersonVerb);
        AddWords("person-nouns", WordClass.PersonNoun);
        AddWords("public-offices", WordClass.PublicOffice);
        AddWords("named-things", WordClass.NamedThing);
        AddCalendar();
        AddCommonWords();
        AddCues();
        AddPlaces();
        AddPhrases("countries", PhraseKind.Country, PhraseKind.Country);
        AddPhrases("courts", PhraseKind.Office, PhraseKind.Office);
        AddPhrases("police-forces", PhraseKind.Office, PhraseKind.Office);
        AddPhrases("prisons", PhraseKind.Prison, PhraseKind.Office);
        AddPhrases("probation-areas", PhraseKind.ProbationArea, PhraseKind.Office);
        AddPhrases("organisations", PhraseKind.Organisation, PhraseKind.AmbiguousOrganisation);
        AddPhrases("public-bodies", PhraseKind.PublicBody, PhraseKind.PublicBody);
        AddPhrases("figures-of-speech", PhraseKind.FigureOfSpeech, PhraseKind.FigureOfSpeech);
        AddPhrases("health", PhraseKind.Health, PhraseKind.CommonHealth);
        AddPhrases("roles", PhraseKind.Role, PhraseKind.Role);
        Phrases.Close();
    }

    /// <summary>Adds the phrases of a table, parted by semicolons; those with a star at their end are of another kind.</summary>
    private static void AddPhrases(string table, PhraseKind kind, PhraseKind starred)
    {
        foreach (var phrase in GazetteerFile.Lines(table).SelectMany(Parts))
        {
            Phrases.Add(phrase.TrimEnd('*'), phrase.EndsWith('*') ? starred : kind);
        }
    }

    private static void AddPlaces()
    {
        var ambiguous = GazetteerFile.Lines("ambiguous-places").SelectMany(Parts).ToHashSet(StringComparer.Ordinal);
        var names = GazetteerFile.Rows("places").SelectMany(row => Parts(row[2]).Prepend(row[1]).Prepend(row[0])).Except(GazetteerFile.Lines("countries").SelectMany(Parts), StringComparer.Ordinal);
        foreach (var name in names.Concat(ambiguous).Distinct(StringComparer.Ordinal))
        {
            var words = WordSplitter.Split(name);
            var isWord = words.Count == 1 && (Words.ClassesOf(Words.IdOf(words[0])) & (WordClass.Common | WordClass.Forename)) != WordClass.None;
            Phrases.Add(name, isWord || ambiguous.Contains(name) ? PhraseKind.AmbiguousPlace : PhraseKind.Place);
        }
    }

    private static void AddCues()
    {
        foreach (var row in GazetteerFile.Rows("cues"))
        {
            foreach (var word in row[1].Split(' '))
            {
                Words.Add(word, Enum.Parse<WordClass>(row[0]));
            }
        }
    }

    private static string[] Parts(string line) => line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AddWords(string table, WordClass classes)
    {
        foreach (var word in GazetteerFile.Words(table))
        {
            Words.Add(word, classes);
        }
    }

    private static void AddCalendar()
    {
        foreach (var row in GazetteerFile.Rows("calendar"))
        {
            foreach (var word in row[1].Split(' '))
            {
                Words.Add(word, row[0] == "month" ? WordClass.Month : WordClass.Weekday);
            }
        }
    }

    /// <summary>The ordinary words with the regular forms of each; what is no word among those does no harm.</summary>
    private static void AddCommonWords()
    {
        foreach (var word in GazetteerFile.Words("common-words").ToList())
        {
            Words.Add(word, WordClass.Common);
            foreach (var form in FormsOf(word))
            {
                if (!IsName(form)) // "Bates" is no form of "bate", nor "Rivers" one of "river", where it is somebody's name
                {
                    Words.Add(form, WordClass.Common);
                }
            }
        }
    }

    private static bool IsName(string word) => (Words.ClassesOf(Words.IdOf(word)) & (WordClass.Forename | WordClass.Surname)) != WordClass.None;

    private static IEnumerable<string> FormsOf(string word)
    {
        if (word.Length < 3)
        {
            return [];
        }

        var stem = word[..^1];
        return word[^1] switch
        {
            'e' => [word + "s", word + "d", stem + "ing", word + "r", word + "rs", word + "ly"],
            'y' => [word + "s", stem + "ies", stem + "ied", word + "ing", stem + "ier", stem + "ily"],
            's' or 'x' or 'h' or 'z' => [word + "es", word + "s", word + "ed", word + "ing", word + "er", word + "ly"],
            _ => [word + "s", word + "ed", word + "ing", word + "er", word + "ers", word + "ly", word + word[^1] + "ed", word + word[^1] + "ing"],
        };
    }
}
