namespace Blog.Redact.Tagging;

/// <summary>How much of one kind the tagger finds, in hundredths of the marked mentions: what is said of it wherever somebody relies on it. A test compares it with <c>docs/detection.md</c>.</summary>
/// <param name="What">The kind, in plain words.</param>
/// <param name="Corpus">Where it was measured.</param>
/// <param name="Suggest">Found at <see cref="TagMode.Suggest"/>.</param>
/// <param name="Guard">Found at <see cref="TagMode.Guard"/>.</param>
public sealed record TaggerFigure(string What, string Corpus, int Suggest, int Guard)
{
    private const string Records = "records of cases (TAB)";
    private const string Web = "comments and posts (WNUT-2017)";

    /// <summary>All of them, measured by <c>bench -- train --measure</c> on texts that the measured weights were not trained on.</summary>
    public static IReadOnlyList<TaggerFigure> All { get; } =
    [
        new("names of people", Records, 97, 99),
        new("numbers and references", Records, 93, 98),
        new("dates", Records, 98, 99),
        new("places", Records, 88, 97),
        new("courts, offices, organisations", Records, 52, 71),
        new("amounts", Records, 78, 89),
        new("jobs, ages, diagnoses", Records, 39, 77),
        new("other details of a case", Records, 7, 23),
        new("names of people, places, companies, groups", Web, 63, 90),
    ];
}
