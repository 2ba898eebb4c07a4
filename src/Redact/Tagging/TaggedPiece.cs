namespace Blog.Redact.Tagging;

/// <summary>A piece of a Markdown text that the tagger has read: its prose, or something in it that readers see and that is no prose.</summary>
/// <param name="Text">Which text of the thread it belongs to.</param>
/// <param name="Reading">What the chains think of it.</param>
/// <param name="ToSource">From positions in the piece to positions in the source.</param>
internal sealed record TaggedPiece(int Text, TagReading Reading, Func<int, int> ToSource)
{
    /// <summary>The piece as the tagger parts it.</summary>
    public TagDocument Document => Reading.Document;

    /// <summary>Reads the pieces of a text; those without a letter are left out.</summary>
    public static IEnumerable<TaggedPiece> Of(ProseView view, int text, TagModel model)
    {
        if (HasLetter(view.Text))
        {
            yield return new TaggedPiece(text, Read(view.Text, model), view.ToSource);
        }

        foreach (var stretch in TextFinder.HiddenText(view))
        {
            var words = stretch.Of(view.Markdown);
            if (HasLetter(words))
            {
                yield return new TaggedPiece(text, Read(words, model), position => stretch.Start + position);
            }
        }
    }

    /// <summary>The tokens that lie within a stretch of the source, as a person's name; null where none do.</summary>
    public TagSpan? SpanAt(TextRange range)
    {
        var (first, after) = (-1, -1);
        for (var i = 0; i < Document.Tokens.Length; i++)
        {
            if (ToSource(Document.Tokens[i].Start) >= range.Start && ToSource(Document.Tokens[i].End) <= range.End)
            {
                (first, after) = (first < 0 ? i : first, i + 1);
            }
        }

        return first < 0 ? null : new TagSpan(first, after, TagType.Person, 1, false);
    }

    private static TagReading Read(string words, TagModel model) => TagReading.Of(TagDocument.Read(words), model);

    private static bool HasLetter(string text) => text.AsSpan().IndexOfAnyExceptInRange('\0', '@') >= 0;
}
