using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>Measures a model on annotated texts.</summary>
internal static class TaggerMeasures
{
    /// <summary>The masks of a reading as stretches of its text.</summary>
    public static List<(int Start, int End)> Masks(TagReading reading, TagScheme scheme, TagThresholds thresholds)
    {
        var document = reading.Document;
        return TagMasker.Spans(reading, scheme, thresholds).ConvertAll(span => (document.Tokens[span.First].Start, document.Tokens[span.After - 1].End));
    }

    /// <summary>Scores the chain of records on TAB documents.</summary>
    public static TabScore Tab(IEnumerable<(AnnotatedText Text, TagReading Reading)> texts, TagThresholds thresholds)
    {
        var score = new TabScore();
        foreach (var (text, reading) in texts)
        {
            score.Add(text, Masks(reading, TagScheme.Records, thresholds));
        }

        return score;
    }

    /// <summary>Scores the chain of names.</summary>
    public static NamesScore Names(IEnumerable<(AnnotatedText Text, TagReading Reading)> texts, TagThresholds thresholds, params string[] counted)
    {
        var score = new NamesScore(counted);
        foreach (var (text, reading) in texts)
        {
            var masked = new bool[reading.Document.Tokens.Length];
            foreach (var span in TagMasker.Spans(reading, TagScheme.Names, thresholds))
            {
                masked.AsSpan(span.First, span.After - span.First).Fill(true);
            }

            score.Add(text, reading.Document, masked);
        }

        return score;
    }

    /// <summary>Reads texts with a model.</summary>
    public static List<(AnnotatedText Text, TagReading Reading)> Read(IEnumerable<AnnotatedText> texts, TagModel model) =>
        [.. texts.Select(text => (text, TagReading.Of(TagDocument.Read(text.Text), model)))];
}
