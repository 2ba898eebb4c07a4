using Blog.Redact.Gazetteers;

namespace Blog.Redact.Tagging;

/// <summary>Asks the trained tagger about the texts of a thread: what it would mask, with the sorts of features that spoke for it.</summary>
/// <remarks>
/// Names are asked of the chain for web text, everything else of the chain for records of cases. At <see cref="TagMode.Suggest"/> its findings are near misses, below those of the rules,
/// so that a rule that knows more always stands; at <see cref="TagMode.Guard"/> they count.
/// </remarks>
public sealed class TextTagger
{
    /// <summary>What a finding of the tagger says of where it comes from.</summary>
    public const string Name = "tagger";

    private const double HighestSuggestion = 0.19; // the weakest near miss of a rule has 0.2
    private const int ShortestName = 2;
    private const float SureEnoughToRepeat = 0.05f; // under guard, in other texts of the thread
    private const string Marks = " \n\r\t`*_~,;:\"";

    private readonly TagModel _model;

    private TextTagger(TagModel model) => _model = model;

    /// <summary>The tagger with the weights that come with the program.</summary>
    public static TextTagger Shipped { get; } = new(TagModel.BuiltIn);

    /// <summary>SHA-256 of the weights that come with the program.</summary>
    public static ReadOnlyMemory<byte> ShippedHash => TagModel.ShippedHash;

    /// <summary>The tagger with what was learned from decisions.</summary>
    /// <param name="learned">What <see cref="Learn"/> gave.</param>
    /// <exception cref="InvalidDataException">It is not of that form.</exception>
    public static TextTagger With(ReadOnlyMemory<byte> learned)
    {
        using var stream = new MemoryStream(learned.ToArray());
        return new TextTagger(TagModel.BuiltIn.Plus(TagModel.Read(stream)));
    }

    /// <summary>Learns from decisions: what is to be added to the shipped weights. The same lessons in the same order give the same bytes.</summary>
    public static byte[] Learn(IReadOnlyList<TagLesson> lessons)
    {
        using var stream = new MemoryStream();
        TagAdapter.Learn(TagModel.BuiltIn, lessons).Write(stream);
        return stream.ToArray();
    }

    /// <summary>Whether it can learn from decisions on a kind: not on those whose form rules know better.</summary>
    public static bool Learns(FindingKind kind) => new TaughtStretch(default, kind, IsMasked: true).Scheme is not null;

    /// <summary>Whether learned weights belong to the shipped ones.</summary>
    /// <param name="shipped">SHA-256 of the weights that they were learned for.</param>
    public static bool Understands(ReadOnlySpan<byte> shipped) => shipped.SequenceEqual(TagModel.ShippedHash);

    /// <summary>The findings in each text of a thread, near misses among them, in the order of the texts.</summary>
    /// <param name="texts">The texts of one thread. A person or reference found in one of them is found in all.</param>
    /// <param name="known">For each text, stretches of its Markdown source in which rules found a person: they are looked for in the other texts as well.</param>
    /// <param name="publicNames">Names that are no finding.</param>
    /// <param name="mode">How much is reported.</param>
    public IReadOnlyList<IReadOnlyList<Finding>> Find(IReadOnlyList<ProseView> texts, IReadOnlyList<IReadOnlyList<TextRange>> known, PublicNames publicNames, TagMode mode)
    {
        var found = texts.Select(_ => new List<Finding>()).ToList();
        var pieces = texts.SelectMany((view, text) => TaggedPiece.Of(view, text, _model)).ToList();
        foreach (var scheme in (TagScheme[])[TagScheme.Names, TagScheme.Records])
        {
            var thresholds = TagThresholds.Of(scheme, mode);
            var spans = pieces.ConvertAll(piece => TagMasker.Spans(piece.Reading, scheme, thresholds));
            var repeats = new TagRepeats(withinLonger: true);
            for (var i = 0; i < pieces.Count; i++)
            {
                repeats.Add(pieces[i].Document, spans[i], mode == TagMode.Guard ? SureEnoughToRepeat : thresholds.Least);
                if (ReferenceEquals(scheme, TagScheme.Names))
                {
                    repeats.Add(pieces[i].Document, known[pieces[i].Text].Select(pieces[i].SpanAt).OfType<TagSpan>(), 0);
                }
            }

            for (var i = 0; i < pieces.Count; i++)
            {
                var all = repeats.With(pieces[i].Document, spans[i]);
                all = mode == TagMode.Guard && ReferenceEquals(scheme, TagScheme.Names) ? TagCompass.With(pieces[i].Document, TagUnknownNames.With(pieces[i].Document, all)) : all;
                found[pieces[i].Text].AddRange(Findings(pieces[i], scheme, all, publicNames, mode));
            }
        }

        return found;
    }

    private static IEnumerable<Finding> Findings(TaggedPiece piece, TagScheme scheme, List<TagSpan> spans, PublicNames publicNames, TagMode mode)
    {
        var text = piece.Document.Text;
        foreach (var span in spans)
        {
            var isName = span.Type is TagType.Person or TagType.Place or TagType.Organisation or TagType.OtherName;
            var range = Trim(text, piece.Document.Tokens[span.First].Start, piece.Document.Tokens[span.After - 1].End);
            if (span.Type == TagType.OtherName || isName != ReferenceEquals(scheme, TagScheme.Names) || range.Length < ShortestName || (span.Type == TagType.Person && publicNames.Frees(text, range, range)))
            {
                continue;
            }

            var likelihood = Math.Min(span.Likelihood, 1);
            yield return new Finding(
                KindOf(piece.Document, span),
                new TextRange(piece.ToSource(range.Start), piece.ToSource(range.End)),
                mode == TagMode.Guard ? Finding.Threshold + ((1 - Finding.Threshold) * likelihood) : HighestSuggestion * likelihood,
                Name,
                span.Likelihood == 0 ? span.Type == TagType.Place ? "Under guard: a point of the compass that narrows a place." : "Under guard: a word that is written as a name, and no ordinary word." : TagReason.Of(piece.Reading, scheme, span));
        }
    }

    /// <summary>A stretch up to the first thing in it that is not prose, without marks around it.</summary>
    private static TextRange Trim(string text, int start, int end)
    {
        var words = text.AsSpan(start, end - start);
        var gap = words.IndexOf(ProseView.Gap);
        words = gap < 0 ? words : words[..gap];
        var after = start + words.TrimEnd(Marks).Length;
        return new TextRange(after - words.TrimEnd(Marks).TrimStart(Marks).Length, after);
    }

    /// <summary>The kind that moderators know a type by; the words of the stretch tell an office from a company, an age from a job.</summary>
    private static FindingKind KindOf(TagDocument document, TagSpan span)
    {
        var (classes, phrases, hasDigit) = (WordClass.None, 0, false);
        for (var i = span.First; i < span.After; i++)
        {
            classes |= document.Tokens[i].Classes;
            phrases |= document.Tokens[i].Phrases;
            hasDigit |= document.Tokens[i].Is(TagForms.Digit);
        }

        return span.Type switch
        {
            TagType.Person => FindingKind.Person,
            TagType.Place => FindingKind.Place,
            TagType.Organisation => (classes & WordClass.OfficeWord) != WordClass.None || (phrases & (1 << (int)PhraseKind.Office)) != 0 ? FindingKind.Office : FindingKind.Organisation,
            TagType.Code => FindingKind.CaseReference,
            TagType.Demographic => hasDigit || (classes & WordClass.Age) != WordClass.None ? FindingKind.Age
                : (classes & WordClass.Illness) != WordClass.None || (phrases & ((1 << (int)PhraseKind.Health) | (1 << (int)PhraseKind.CommonHealth))) != 0 ? FindingKind.Health : FindingKind.Role,
            TagType.Date => (classes & WordClass.TimeUnit) != WordClass.None ? FindingKind.Tenure : FindingKind.EventDate,
            TagType.Quantity => FindingKind.Amount,
            TagType.CaseDetail => FindingKind.CaseDetail,
            TagType.None or TagType.OtherName => throw new InvalidOperationException("What is not masked has no kind."),
            _ => throw new ArgumentOutOfRangeException(nameof(span), span.Type, "No kind for this type."),
        };
    }
}
