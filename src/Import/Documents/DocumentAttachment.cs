using System.Globalization;

namespace Blog.Import.Documents;

/// <summary>A piece that came with a document: an attachment of a mail, a picture or an embedded file.</summary>
/// <param name="Kind">What it is, by its bytes.</param>
/// <param name="Where">Its place, in words and numbers alone, e.g. <c>attachment 2</c> or <c>picture 1</c>.</param>
/// <param name="FileName">The name it was given, without folders; null where it has none. It often names a person: it is for the editor's eyes.</param>
/// <param name="Size">Its size in bytes, decoded.</param>
/// <param name="Document">What was read; null where it was not.</param>
/// <param name="WhyNot">Why it was not read, a whole sentence without a word of it; null where it was.</param>
public sealed record DocumentAttachment(DocumentKind Kind, string Where, string? FileName, long Size, ReadDocument? Document, string? WhyNot)
{
    /// <summary>Kind and size only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(DocumentAttachment)}({Kind}, {Size})");
}
