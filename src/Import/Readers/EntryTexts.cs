using System.Net;
using Blog.Html;

namespace Blog.Import.Readers;

/// <summary>Makes titles, names, labels and bodies of what a source has, and counts what was mended in the entry at hand.</summary>
/// <remarks>Every reader hands its texts through here: bodies go through the HTML walker, and whatever it cannot read becomes plain text.</remarks>
internal sealed class EntryTexts
{
    /// <summary>A name, address or label was longer than any real one and was cut.</summary>
    public const string Cut = "over-long field cut";

    /// <summary>Longest address or key of a person.</summary>
    public const int LongestField = 1000;
    private const string Mended = "mojibake repaired";

    private readonly HtmlToMarkdown _markdown = new();
    private readonly HtmlContext _posts;
    private readonly HtmlContext _comments;
    private int _mended;

    /// <summary>Texts of one source.</summary>
    /// <param name="baseAddress">Absolute address of the old blog, to which relative addresses are resolved; null where it is not known.</param>
    public EntryTexts(string? baseAddress)
    {
        _posts = HtmlContext.Post with { BaseAddress = baseAddress };
        _comments = HtmlContext.Comment with { BaseAddress = baseAddress };
    }

    /// <summary>Begins an entry: what is mended from here on is counted with its body, which comes last.</summary>
    public void Begin() => _mended = 0;

    /// <summary>A title, name or label as one line of plain text; null where nothing is left.</summary>
    public string? Line(string? text, bool isHtml = false) => PlainTitle.Read(text, isHtml, ref _mended);

    /// <summary>Labels in the order of the source, without repeats.</summary>
    public IReadOnlyList<string> Labels(IEnumerable<string?> terms)
    {
        var labels = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (Line(term) is { } label && seen.Add(label))
            {
                labels.Add(label);
            }
        }

        return labels;
    }

    /// <summary>An address or key of a person, trimmed; null where it is blank.</summary>
    public static string? Field(string? text, List<string> flags)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length <= LongestField)
        {
            return string.IsNullOrEmpty(text) ? null : text;
        }

        flags.Add(Cut);
        return text[..LongestField];
    }

    /// <summary>Body of a post.</summary>
    /// <param name="markup">As the source has it.</param>
    /// <param name="newlinesAreBreaks">Whether the source writes line breaks as raw newlines.</param>
    /// <param name="changes">What the reader has taken out before, by fixed phrase.</param>
    public ImportedBody Post(string? markup, bool newlinesAreBreaks = false, params ReadOnlySpan<TextChange> changes) =>
        Body(markup, markup, _posts with { NewlinesAreBreaks = newlinesAreBreaks }, changes);

    /// <summary>Body of a post whose markup had to be prepared.</summary>
    /// <param name="original">As the source has it.</param>
    /// <param name="markup">The same, prepared.</param>
    /// <param name="newlinesAreBreaks">Whether line breaks are raw newlines.</param>
    /// <param name="changes">What the reader has taken out before, by fixed phrase.</param>
    public ImportedBody Prepared(string? original, string? markup, bool newlinesAreBreaks, params ReadOnlySpan<TextChange> changes) =>
        Body(original, markup, _posts with { NewlinesAreBreaks = newlinesAreBreaks }, changes);

    /// <summary>Body of a comment.</summary>
    public ImportedBody Comment(string? markup, bool newlinesAreBreaks = false) => Body(markup, markup, _comments with { NewlinesAreBreaks = newlinesAreBreaks }, []);

    /// <summary>Body of a comment in plain text.</summary>
    public ImportedBody PlainComment(string? text) => Body(text, WebUtility.HtmlEncode(text), _comments with { NewlinesAreBreaks = true }, []);

    /// <summary>Body of a comment that was removed: none.</summary>
    public static ImportedBody None() => new(new RawHtml(string.Empty), string.Empty, []);

    private ImportedBody Body(string? original, string? markup, HtmlContext context, ReadOnlySpan<TextChange> before)
    {
        var converted = _markdown.Convert(new RawHtml(markup ?? string.Empty), context);
        var changes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var change in (IEnumerable<TextChange>)[.. before, .. converted.Changes])
        {
            if (change.Count > 0)
            {
                changes[change.Reason] = changes.GetValueOrDefault(change.Reason) + change.Count;
            }
        }

        if (_mended > 0)
        {
            // Repairs outside the text are counted with it: the ledger has one list of repairs.
            changes[Mended] = changes.GetValueOrDefault(Mended) + _mended;
        }

        return new ImportedBody(new RawHtml(original ?? string.Empty), converted.Markdown, [.. changes.Select(change => new TextChange(change.Key, change.Value))]) { Pictures = converted.Pictures };
    }
}
