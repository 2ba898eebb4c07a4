namespace Blog.Search.Analysis;

/// <summary>An ending that the stemmer replaces, with the tables of steps 2 to 4 (Porter 1980). Longer endings stand before those that they end in.</summary>
/// <param name="Ending">The ending.</param>
/// <param name="Becomes">What stands in its place; empty where it is removed.</param>
internal readonly record struct PorterEnding(string Ending, string Becomes)
{
    private static readonly PorterEnding[] Step2A = [new("ational", "ate"), new("tional", "tion")];
    private static readonly PorterEnding[] Step2C = [new("enci", "ence"), new("anci", "ance")];
    private static readonly PorterEnding[] Step2E = [new("izer", "ize")];
    private static readonly PorterEnding[] Step2G = [new("logi", "log")];
    private static readonly PorterEnding[] Step2L = [new("bli", "ble"), new("alli", "al"), new("entli", "ent"), new("eli", "e"), new("ousli", "ous")];
    private static readonly PorterEnding[] Step2O = [new("ization", "ize"), new("ation", "ate"), new("ator", "ate")];
    private static readonly PorterEnding[] Step2S = [new("alism", "al"), new("iveness", "ive"), new("fulness", "ful"), new("ousness", "ous")];
    private static readonly PorterEnding[] Step2T = [new("aliti", "al"), new("iviti", "ive"), new("biliti", "ble")];

    private static readonly PorterEnding[] Step3E = [new("icate", "ic"), new("ative", ""), new("alize", "al")];
    private static readonly PorterEnding[] Step3I = [new("iciti", "ic")];
    private static readonly PorterEnding[] Step3L = [new("ical", "ic"), new("ful", "")];
    private static readonly PorterEnding[] Step3S = [new("ness", "")];

    private static readonly PorterEnding[] Step4A = [new("al", "")];
    private static readonly PorterEnding[] Step4C = [new("ance", ""), new("ence", "")];
    private static readonly PorterEnding[] Step4E = [new("er", "")];
    private static readonly PorterEnding[] Step4I = [new("ic", "")];
    private static readonly PorterEnding[] Step4L = [new("able", ""), new("ible", "")];
    private static readonly PorterEnding[] Step4N = [new("ant", ""), new("ement", ""), new("ment", ""), new("ent", "")];
    private static readonly PorterEnding[] Step4O = [new("ion", ""), new("ou", "")];
    private static readonly PorterEnding[] Step4S = [new("ism", "")];
    private static readonly PorterEnding[] Step4T = [new("ate", ""), new("iti", "")];
    private static readonly PorterEnding[] Step4U = [new("ous", "")];
    private static readonly PorterEnding[] Step4V = [new("ive", "")];
    private static readonly PorterEnding[] Step4Z = [new("ize", "")];

    /// <summary>The endings of step 2 whose last letter but one is the given.</summary>
    public static ReadOnlySpan<PorterEnding> OfStep2(char lastButOne) => lastButOne switch
    {
        'a' => Step2A,
        'c' => Step2C,
        'e' => Step2E,
        'g' => Step2G,
        'l' => Step2L,
        'o' => Step2O,
        's' => Step2S,
        't' => Step2T,
        _ => [],
    };

    /// <summary>The endings of step 3 whose last letter is the given.</summary>
    public static ReadOnlySpan<PorterEnding> OfStep3(char last) => last switch
    {
        'e' => Step3E,
        'i' => Step3I,
        'l' => Step3L,
        's' => Step3S,
        _ => [],
    };

    /// <summary>The endings of step 4 whose last letter but one is the given.</summary>
    public static ReadOnlySpan<PorterEnding> OfStep4(char lastButOne) => lastButOne switch
    {
        'a' => Step4A,
        'c' => Step4C,
        'e' => Step4E,
        'i' => Step4I,
        'l' => Step4L,
        'n' => Step4N,
        'o' => Step4O,
        's' => Step4S,
        't' => Step4T,
        'u' => Step4U,
        'v' => Step4V,
        'z' => Step4Z,
        _ => [],
    };
}
