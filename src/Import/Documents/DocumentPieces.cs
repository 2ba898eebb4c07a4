using System.Globalization;

namespace Blog.Import.Documents;

/// <summary>Lists a piece of a packed document that is no XML: a picture with what it tells, or a file that is not read.</summary>
internal static class DocumentPieces
{
    /// <summary>Lists it as an attachment.</summary>
    public static void Attach(byte[] bytes, string name, DocumentFindings findings)
    {
        var number = (findings.AttachmentCount + 1).ToString(CultureInfo.InvariantCulture);
        if (DocumentDetector.IsPicture(bytes))
        {
            findings.Attach(Picture(bytes, $"picture {number}", DocumentPaths.NameOf(name), findings));
            return;
        }

        findings.LeaveBehind(LeftBehindKind.UnreadPart, "package", name);
        findings.Attach(new DocumentAttachment(
            DocumentKind.Other, $"part {number}", DocumentPaths.NameOf(name), bytes.Length, null, "This part of the document is not read. Open the document itself to see it."));
    }

    /// <summary>A picture as it is listed; what it tells beside its pixels is left behind.</summary>
    public static DocumentAttachment Picture(ReadOnlyMemory<byte> bytes, string where, string? name, DocumentFindings findings)
    {
        PictureDetails.Leave(bytes, where, findings);
        return new DocumentAttachment(DocumentKind.Picture, where, name, bytes.Length, null, "Pictures are not taken with a text. Take it in by itself, so that somebody looks at it.");
    }
}
