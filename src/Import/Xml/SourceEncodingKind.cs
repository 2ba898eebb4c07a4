namespace Blog.Import.Xml;

/// <summary>The ways a source's bytes are read.</summary>
internal enum SourceEncodingKind
{
    /// <summary>UTF-8, bad bytes mended.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>Windows-1252, and ISO-8859-1, which browsers read the same.</summary>
    Windows1252,

    /// <summary>Another encoding that the framework knows.</summary>
    Other,
}
