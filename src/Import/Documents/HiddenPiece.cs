using System.Globalization;

namespace Blog.Import.Documents;

/// <summary>Words found in a document beside its plain text, for the editor to see.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Where">Where they stood, e.g. <c>paragraph 12</c>.</param>
/// <param name="Text">The words themselves, as plain text.</param>
/// <param name="By">Who the document says wrote them; null where it does not.</param>
/// <param name="IsInText">True where they stand in the text that was read too.</param>
public sealed record HiddenPiece(HiddenPieceKind Kind, string Where, string Text, string? By, bool IsInText)
{
    /// <summary>Kind, place and length only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(HiddenPiece)}({Kind}, {Where}, {Text.Length})");
}
