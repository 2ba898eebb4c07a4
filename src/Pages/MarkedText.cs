using Blog.Text;

namespace Blog.Pages;

/// <summary>A plain text that may hold redaction marks, split for a page: titles, labels, names and summaries.</summary>
public sealed record MarkedText
{
    private MarkedText(IReadOnlyList<RedactionPiece> pieces, string plain)
    {
        Pieces = pieces;
        Plain = plain;
    }

    /// <summary>Words and marks in order.</summary>
    public IReadOnlyList<RedactionPiece> Pieces { get; }

    /// <summary>The text as readers read it, for places without markup: the document's title, attributes, structured data.</summary>
    public string Plain { get; }

    /// <summary>Splits a text.</summary>
    public static MarkedText Of(string text)
    {
        var pieces = RedactionMarkSplitter.Split(text);
        return new(pieces, pieces.Count == 1 ? pieces[0].Text : string.Concat(pieces.Select(piece => piece.Text)));
    }

    /// <summary>As <see cref="Of"/>; null stays null.</summary>
    public static MarkedText? OfOptional(string? text) => text is null ? null : Of(text);

    /// <inheritdoc/>
    public override string ToString() => Plain;
}
