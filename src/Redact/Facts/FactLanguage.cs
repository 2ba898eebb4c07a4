using Blog.Redact.Facts.Patterns;

namespace Blog.Redact.Facts;

/// <summary>Every table of the fact finder, read once: words, phrases, places and patterns.</summary>
internal sealed class FactLanguage
{
    private static readonly Lazy<FactLanguage> Read = new(() => new FactLanguage());

    /// <summary>Lexicons whose table is named like their class.</summary>
    private static readonly (string Class, string Table)[] Tables =
    [
        ("role", "roles"), ("occ", "occupations"), ("rel", "relatives"), ("sup", "superiors"), ("service", "services"), ("employer", "employers"), ("health", "health"),
        ("degree", "degrees"), ("subject", "subjects"), ("event", "events"), ("craft", "crafts"), ("workplace", "workplaces"), ("status", "statuses"), ("living", "living"), ("means", "means"),
    ];

    private FactLanguage()
    {
        Vocabulary = new Vocabulary();
        Classes = new ClassNames([.. Tables.Select(table => table.Class), "place", "people", "local"]);
        Numbers = new NumberWords(Vocabulary);
        Units = new FactUnits(Vocabulary);
        Lexicon = new Lexicon(Vocabulary);
        foreach (var (name, table) in Tables)
        {
            Lexicon.AddTable(Classes.Number(name), table);
        }

        Places = new PlaceTable();
        foreach (var (phrase, path, isPeople) in Places.Phrases)
        {
            Lexicon.AddPhrase(Classes.Number(isPeople ? "people" : "place"), phrase, path);
        }

        foreach (var cells in FactTable.Read("Lexicon.local-words"))
        {
            var path = Places.PathOf(cells[0]) ?? throw new InvalidOperationException($"The table of local words names a place that no table has: {cells[0]}.");
            foreach (var phrase in FactTable.Parts(cells[1]))
            {
                Lexicon.AddPhrase(Classes.Number("local"), phrase, path);
            }
        }

        Patterns = new PatternTable(Vocabulary, Classes);
        People = new PersonWords(Vocabulary, Patterns.Set("adj"));
    }

    /// <summary>The one reading of the tables.</summary>
    public static FactLanguage Instance => Read.Value;

    /// <summary>What patterns may ask for.</summary>
    public ClassNames Classes { get; }

    /// <summary>Numbers of words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Numbers in words.</summary>
    public NumberWords Numbers { get; }

    /// <summary>Units of time and money.</summary>
    public FactUnits Units { get; }

    /// <summary>Words for people.</summary>
    public PersonWords People { get; }

    /// <summary>Phrases.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Places and what holds them.</summary>
    public PlaceTable Places { get; }

    /// <summary>Ways of saying a fact.</summary>
    public PatternTable Patterns { get; }
}
