using System.Globalization;
using System.Text;
using Blog.Html;
using Blog.Text;

namespace Blog.Import.Documents;

/// <summary>Collects what is met beside the text of one document; bounded, so that a hostile one cannot fill the memory.</summary>
internal sealed class DocumentFindings
{
    private const int LongestValue = 2_000;

    private const int LongestPiece = 200_000;

    private readonly List<LeftBehind> _leftBehind = [];
    private readonly List<HiddenPiece> _hidden = [];
    private readonly List<DocumentAttachment> _attachments = [];
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<LeftBehindKind, int> _leftBehindCounts = [];
    private readonly Dictionary<HiddenPieceKind, int> _hiddenCounts = [];
    private readonly HashSet<(LeftBehindKind, string, string)> _seen = [];
    private readonly SortedDictionary<int, int> _invisible = [];

    public DocumentFindings(DocumentLimits limits) => Limits = limits;

    public DocumentLimits Limits { get; }

    /// <summary>Pictures met so far.</summary>
    public int Pictures { get; set; }

    /// <summary>Attachments met so far.</summary>
    public int AttachmentCount => _attachments.Count;

    /// <summary>Notes a fact that is not taken; the same fact of the same place once.</summary>
    public void LeaveBehind(LeftBehindKind kind, string where, string? value)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        text = text.Length > LongestValue ? text[..LongestValue] : text;
        var count = _leftBehindCounts.GetValueOrDefault(kind);
        if (count >= Limits.MaximumListed || !_seen.Add((kind, where, text)))
        {
            return;
        }

        _leftBehindCounts[kind] = ++count;
        _leftBehind.Add(new LeftBehind(kind, where, text));
        if (count == Limits.MaximumListed)
        {
            Note($"Of the facts that were left behind, only the first {Limits.MaximumListed.ToString(CultureInfo.InvariantCulture)} of a kind are listed.");
        }
    }

    /// <summary>Notes words beside the text; blank ones are nothing.</summary>
    public void Hide(HiddenPieceKind kind, string where, string text, string? by = null, bool isInText = false)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return;
        }

        if (trimmed.Length > LongestPiece)
        {
            trimmed = trimmed[..LongestPiece];
            Note("A hidden piece was very long: only its beginning is listed. Look at the document itself for the rest.");
        }

        var count = _hiddenCounts.GetValueOrDefault(kind) + 1;
        _hiddenCounts[kind] = count;
        if (count <= Limits.MaximumListed)
        {
            _hidden.Add(new HiddenPiece(kind, where, trimmed, string.IsNullOrWhiteSpace(by) ? null : by.Trim(), isInText));
        }
        else
        {
            Note($"Of the hidden pieces, only the first {Limits.MaximumListed.ToString(CultureInfo.InvariantCulture)} of a kind are listed. Look at the document itself for the rest.");
        }
    }

    /// <summary>Notes a piece that came with the document, and what was found in it.</summary>
    public void Attach(DocumentAttachment attachment)
    {
        _attachments.Add(attachment);
        if (attachment.Document is not { } document)
        {
            return;
        }

        foreach (var item in document.LeftBehind)
        {
            LeaveBehind(item.Kind, $"{attachment.Where}: {item.Where}", item.Value);
        }

        foreach (var piece in document.Hidden)
        {
            Hide(piece.Kind, $"{attachment.Where}: {piece.Where}", piece.Text, piece.By, piece.IsInText);
        }

        _notes.UnionWith(document.Notes.Select(note => $"{attachment.Where}: {note}"));
        Pictures += document.PictureCount;
    }

    /// <summary>Notes a whole sentence for the editor; never a word of the document.</summary>
    public void Note(string sentence) => _notes.Add(sentence);

    /// <summary>Counts the characters of a text that show nothing.</summary>
    public void CountInvisible(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0x7F && InvisibleCharacters.IsInvisible(rune))
            {
                _invisible[rune.Value] = _invisible.GetValueOrDefault(rune.Value) + 1;
            }
        }
    }

    /// <summary>The document as it was read.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="markdown">Its text.</param>
    /// <param name="title">A title to propose, untrusted; null takes the first heading.</param>
    /// <param name="sender">Who sent it.</param>
    public ReadDocument Finish(DocumentKind kind, string markdown, string? title = null, DocumentSender? sender = null)
    {
        if (_invisible.Count > 0)
        {
            var listed = new StringBuilder();
            foreach (var (value, count) in _invisible)
            {
                listed.Append(listed.Length > 0 ? ", " : string.Empty).Append(CultureInfo.InvariantCulture, $"U+{value:X4} ({count})");
            }

            Hide(HiddenPieceKind.InvisibleCharacters, "text", listed.ToString());
        }

        var mended = 0;
        return new ReadDocument
        {
            Kind = kind,
            Markdown = markdown,
            Title = PlainTitle.Read(title ?? FirstHeading(markdown), isHtml: false, ref mended),
            Sender = sender,
            Attachments = _attachments,
            LeftBehind = _leftBehind,
            Hidden = _hidden,
            PictureCount = Pictures,
            Notes = [.. _notes],
        };
    }

    /// <summary>Turns markup that a reader made into Markdown.</summary>
    /// <exception cref="DocumentException">It is longer than the limits.</exception>
    public string ToMarkdown(string markup)
    {
        if (markup.Length > Limits.MaximumCharacters)
        {
            throw new DocumentException(DocumentFault.TooLarge, DocumentMessages.TextTooLong);
        }

        CountInvisible(markup);
        var context = new HtmlContext { MaximumCharacters = Limits.MaximumCharacters, MaximumTags = 400_000 };
        return new HtmlToMarkdown().Convert(new RawHtml(markup), context).Markdown;
    }

    private static string? FirstHeading(string markdown)
    {
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("#", StringComparison.Ordinal) && line.TrimStart('#') is { Length: > 1 } heading && heading[0] == ' ')
            {
                return Plain(heading.Trim());
            }
        }

        return null;
    }

    private static string Plain(ReadOnlySpan<char> line)
    {
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && char.IsAscii(line[i + 1]) && !char.IsAsciiLetterOrDigit(line[i + 1]))
            {
                i++;
            }
            else if (line[i] is '*')
            {
                continue;
            }

            plain.Append(line[i]);
        }

        return plain.ToString();
    }
}
