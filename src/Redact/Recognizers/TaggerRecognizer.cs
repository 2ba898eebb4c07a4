using Blog.Redact.Gazetteers;
using Blog.Redact.Tagging;

namespace Blog.Redact.Recognizers;

/// <summary>What the trained tagger would mask and no rule found: suggestions, listed among the near misses, that hold and mask nothing by themselves.</summary>
/// <remarks>
/// Names are asked of the chain for web text, everything else of the chain for records of cases, both at the point called suggest. Scores stay
/// below those of the rules' own near misses, so that a rule that knows more always stands.
/// </remarks>
internal sealed class TaggerRecognizer : IRecognizer
{
    private const double Highest = 0.19; // the weakest near miss of a rule has 0.2
    private const int ShortestName = 2;

    /// <inheritdoc/>
    public string Name => "tagger";

    /// <inheritdoc/>
    public void Find(ScannedText text, FoundList found)
    {
        if (text.Text.AsSpan().IndexOfAnyExceptInRange('\0', '@') < 0)
        {
            return;
        }

        var reading = TagReading.Of(TagDocument.Read(text.Text), TagModel.BuiltIn);
        foreach (var scheme in (TagScheme[])[TagScheme.Names, TagScheme.Records])
        {
            foreach (var span in TagMasker.Spans(reading, scheme, TagMasker.ThresholdOf(scheme, TagMode.Suggest)))
            {
                if (span.Type != TagType.Person || !IsPublic(text, found, reading.Document, span))
                {
                    Add(found, reading, scheme, span);
                }
            }
        }
    }

    private static bool IsPublic(ScannedText text, FoundList found, TagDocument document, TagSpan span)
    {
        var range = new TextRange(document.Tokens[span.First].Start, document.Tokens[span.After - 1].End);
        return found.PublicNames.Frees(text.Text, range, range);
    }

    private void Add(FoundList found, TagReading reading, TagScheme scheme, TagSpan span)
    {
        var (start, end) = (reading.Document.Tokens[span.First].Start, reading.Document.Tokens[span.After - 1].End);
        var isName = span.Type is TagType.Person or TagType.Place or TagType.Organisation or TagType.OtherName;
        if (span.Type != TagType.OtherName && isName == ReferenceEquals(scheme, TagScheme.Names) && end - start >= ShortestName)
        {
            found.Add(this, KindOf(reading.Document, span), start, end, Highest * Math.Min(span.Likelihood, 1), TagReason.Of(reading, scheme, span));
        }
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
