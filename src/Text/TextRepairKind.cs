namespace Blog.Text;

/// <summary>How a text was spoilt before it was repaired.</summary>
public enum TextRepairKind
{
    /// <summary>UTF-8 that was read as Windows-1252 (or Latin-1), once or several times.</summary>
    Utf8ReadAsWindows1252,

    /// <summary>UTF-8 that was read as code page 437, the old one of the DOS prompt.</summary>
    Utf8ReadAsCodePage437,

    /// <summary>UTF-8 that was read as MacRoman, the old page of the Macintosh.</summary>
    Utf8ReadAsMacRoman,

    /// <summary>UTF-8 that was read as Windows-1251 (Cyrillic).</summary>
    Utf8ReadAsWindows1251,

    /// <summary>UTF-8 that was read as Windows-1250 (Central Europe).</summary>
    Utf8ReadAsWindows1250,

    /// <summary>A Windows-1252 quote, dash or the like that was read as a Latin-1 control character.</summary>
    Windows1252ReadAsLatin1,
}
