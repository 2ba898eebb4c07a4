namespace Blog.Import.Xml;

/// <summary>Reads single bytes as Windows-1252, the table browsers use for "iso-8859-1" too (WHATWG Encoding, index windows-1252).</summary>
internal static class Windows1252
{
    // 0x80 to 0x9F; the five bytes without a character of their own become U+FFFD instead of an invisible C1 control.
    private const string High =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
        + "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    /// <summary>The character of one byte.</summary>
    public static char Decode(byte value) => value is >= 0x80 and <= 0x9F ? High[value - 0x80] : (char)value;
}
