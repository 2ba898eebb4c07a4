namespace Blog.Guests.Style;

/// <summary>
/// The texts that an unpublished one is compared with, measured once: what is usual, and how near to given texts somebody else's is by chance.
/// </summary>
/// <remarks>
/// The distance is cosine Delta (Smith and Aldridge 2011; Evert et al. 2017): values standardised by the crowd's mean and deviation, then the
/// angle between two texts. A distance alone says nothing: it depends on length, subject and what is written here. So every text of the crowd is
/// measured just as the guest's is, cut to the same number of words, with itself taken out of mean and deviation, and the answer is a share of
/// them. The crowd's texts are used for numbers and never handed out: no word, name, number or order of them is in any answer.
/// </remarks>
public sealed class StyleCrowd
{
    /// <summary>Least words of a text to say anything; measured in <c>docs/style.md</c>.</summary>
    public const int LeastWords = 400;

    /// <summary>Fewest texts of a crowd: a share of fewer is no share.</summary>
    public const int FewestTexts = 30;

    private const int MostTexts = 1_500; // a share does not become truer beyond, and the console waits

    private const double MostDeviations = 3; // one odd value must not outweigh the rest

    private readonly List<StyleText> _texts;
    private readonly int _leastWords;
    private readonly int _fewestTexts;

    private StyleCrowd(List<StyleText> texts, int leastWords, int fewestTexts)
    {
        _texts = texts;
        _leastWords = leastWords;
        _fewestTexts = fewestTexts;
    }

    /// <summary>How many texts are long enough to be used.</summary>
    public int Count => _texts.Count;

    /// <summary>Reads a crowd: texts of the archive, none by the guest as far as is known. Too short ones are left out; of very many, every n-th is taken.</summary>
    /// <param name="markdownTexts">The texts, in an order that is always the same.</param>
    public static StyleCrowd Of(IEnumerable<string> markdownTexts) => Measuring(markdownTexts, LeastWords, FewestTexts);

    /// <summary>The same with other bounds: for measuring where they ought to be.</summary>
    internal static StyleCrowd Measuring(IEnumerable<string> markdownTexts, int leastWords, int fewestTexts)
    {
        // Words with their blanks have over four characters: the cheap test first.
        var candidates = markdownTexts.Where(text => text.Length >= leastWords * 4).ToList();
        var step = Math.Max(1, (candidates.Count + MostTexts - 1) / MostTexts);
        return new StyleCrowd([.. candidates.Where((_, i) => i % step == 0).Select(StyleText.Of).Where(text => text.Words.Count >= leastWords)], leastWords, fewestTexts);
    }

    /// <summary>Compares an unpublished text with the crowd and with texts the writer has named.</summary>
    /// <param name="guest">The text, in Markdown.</param>
    /// <param name="named">Texts that the writer says are theirs; may be none.</param>
    public StyleReport Compare(string guest, IReadOnlyList<string> named)
    {
        var text = StyleText.Of(guest);
        var own = named.Select(StyleText.Of).ToList();
        var words = WordsToCompare(text.Words.Count);
        var doubt = text.Words.Count < _leastWords ? StyleDoubt.TextTooShort : words == 0 ? StyleDoubt.CrowdTooSmall
            : own.Sum(one => one.Words.Count) < _leastWords ? StyleDoubt.NamedTooShort : StyleDoubt.None;
        var measured = words == 0 ? null : new MeasuredCrowd([.. _texts.Where(one => one.Words.Count >= words)], words, MostDeviations);
        var share = doubt == StyleDoubt.None ? measured!.ShareAsNear(text, own) : null; // not null: no doubt means words were found
        return new StyleReport
        {
            Words = text.Words.Count,
            Doubt = doubt,
            ShareAsNear = share,
            MeasuredOn = share is null ? 0 : measured!.Count, // not null: as above
            NamedAsNear = share is null ? (0, 0) : measured!.NamedAsNear(text, own), // not null: as above
            StandsOut = text.Words.Count < _leastWords ? [] : measured?.StandsOut(text, own) ?? [],
            Edits = NeutralEdits.Find(text, _texts),
        };
    }

    /// <summary>
    /// The number of words that guest and crowd are cut to: as many as the guest has, but so few that enough of the crowd have them; 0 where
    /// that is too little to say anything.
    /// </summary>
    private int WordsToCompare(int guestWords)
    {
        if (_texts.Count < _fewestTexts)
        {
            return 0;
        }

        var lengths = _texts.Select(text => text.Words.Count).OrderDescending().ToList();
        var most = lengths[Math.Min(lengths.Count, Math.Max(_fewestTexts, lengths.Count / 2)) - 1]; // half the crowd, or the fewest texts
        return Math.Max(_leastWords, Math.Min(guestWords, most));
    }
}
