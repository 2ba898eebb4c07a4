using System.Globalization;

namespace Blog.Import.Documents;

/// <summary>What was read of one document: its words, and apart from them everything that must not be published by accident.</summary>
public sealed record ReadDocument
{
    /// <summary>What it is, by its bytes.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>
    /// The text as Markdown, LF line ends, no line end at its end; empty where there is none. Foreign redaction marks are escaped,
    /// pictures left out. Attachments' texts are not in it: they are <see cref="Attachments"/>.
    /// </summary>
    public required string Markdown { get; init; }

    /// <summary>A title to propose, one line of plain text: a mail's subject, else the first heading; null where there is neither.</summary>
    public required string? Title { get; init; }

    /// <summary>Who sent it; null for anything but a mail.</summary>
    public required DocumentSender? Sender { get; init; }

    /// <summary>What came with it, in its order.</summary>
    public required IReadOnlyList<DocumentAttachment> Attachments { get; init; }

    /// <summary>Facts about it that were not taken, in the order met; those of its attachments stand with them.</summary>
    public required IReadOnlyList<LeftBehind> LeftBehind { get; init; }

    /// <summary>Words beside the plain text, in the order met; those of its attachments stand with them.</summary>
    public required IReadOnlyList<HiddenPiece> Hidden { get; init; }

    /// <summary>Pictures that were in it or pointed to; none is taken.</summary>
    public required int PictureCount { get; init; }

    /// <summary>What was noticed on the way: whole sentences, sorted, without a word of the document.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Kind and length only: a private text must not reach a message by accident.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(ReadDocument)}({Kind}, {Markdown.Length})");
}
