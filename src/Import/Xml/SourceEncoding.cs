using System.Text;

namespace Blog.Import.Xml;

/// <summary>Settles how the bytes of a source are read: byte order mark first, then the shape of the bytes, then the XML declaration.</summary>
/// <param name="Kind">How.</param>
/// <param name="Other">The encoding, for <see cref="SourceEncodingKind.Other"/> only.</param>
/// <param name="DeclarationIgnored">The declaration names an encoding that the bytes cannot be in.</param>
internal sealed record SourceEncoding(SourceEncodingKind Kind, Encoding? Other = null, bool DeclarationIgnored = false)
{
    private static readonly string[] Utf8Names = ["utf-8", "utf8", "us-ascii", "ascii", "unicode-1-1-utf-8"];

    // What browsers take for Windows-1252 (WHATWG Encoding, "names and labels").
    private static readonly string[] Windows1252Names =
        ["iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "x-cp1252"];

    /// <summary>Looks at the first bytes (XML 1.0, appendix F).</summary>
    /// <exception cref="ImportException">The declared encoding is not known or not read, e.g. UTF-7.</exception>
    public static SourceEncoding Detect(ReadOnlySpan<byte> first, string sourceName)
    {
        switch (first)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return new(SourceEncodingKind.Utf8);
            case [0xFF, 0xFE, 0, 0, ..]:
                return new(SourceEncodingKind.Other, new UTF32Encoding(bigEndian: false, byteOrderMark: false));
            case [0, 0, 0xFE, 0xFF, ..]:
                return new(SourceEncodingKind.Other, new UTF32Encoding(bigEndian: true, byteOrderMark: false));
            case [0xFF, 0xFE, ..]:
            case [(byte)'<', 0, not 0, 0, ..]:
                return new(SourceEncodingKind.Utf16LittleEndian);
            case [0xFE, 0xFF, ..]:
            case [0, (byte)'<', 0, not 0, ..]:
                return new(SourceEncodingKind.Utf16BigEndian);
            default:
                return FromDeclaration(DeclaredName(first), sourceName);
        }
    }

    private static SourceEncoding FromDeclaration(string? name, string sourceName)
    {
        if (name is null || Utf8Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new(SourceEncodingKind.Utf8);
        }

        if (Windows1252Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return new(SourceEncodingKind.Windows1252);
        }

        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("ucs-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("iso-10646", StringComparison.OrdinalIgnoreCase))
        {
            // The declaration itself was read as single bytes, so the file was converted and kept its old declaration.
            return new(SourceEncodingKind.Utf8, DeclarationIgnored: true);
        }

        // Not registered for the whole program: nothing else may begin to guess encodings.
        if (!name.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase) && CodePagesEncodingProvider.Instance.GetEncoding(name) is { } encoding)
        {
            return new(SourceEncodingKind.Other, encoding);
        }

        throw new ImportException(
            $"{sourceName}: the XML declaration in the first line names an encoding that is not read here. "
            + "A Blogger export is UTF-8. Download the export again, or convert the file to UTF-8 and remove the declaration.");
    }

    private static string? DeclaredName(ReadOnlySpan<byte> first)
    {
        first = first[..Math.Min(first.Length, 1024)];
        var start = first.IndexOf("<?xml"u8);
        if (start < 0)
        {
            return null;
        }

        first = first[start..];
        var end = first.IndexOf("?>"u8);
        first = end < 0 ? first : first[..end];
        var at = first.IndexOf("encoding"u8);
        if (at < 0)
        {
            return null;
        }

        var value = Encoding.Latin1.GetString(first[(at + 8)..]).TrimStart(' ', '\t', '\r', '\n', '=');
        if (value.Length < 2 || value[0] is not ('"' or '\''))
        {
            return null;
        }

        var close = value.IndexOf(value[0], 1);
        return close < 0 ? null : value[1..close].Trim();
    }
}
