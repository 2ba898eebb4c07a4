namespace Blog.Gate.Bytes;

/// <summary>How a stretch of bytes is written for other characters.</summary>
[Flags]
internal enum EscapeKind
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>An HTML character reference.</summary>
    Reference = 1,

    /// <summary>A percent escape.</summary>
    Percent = 2,

    /// <summary>A backslash escape of JSON, script or CSS.</summary>
    Backslash = 4,

    /// <summary>Quoted-printable.</summary>
    QuotedPrintable = 8,

    /// <summary>All but references, which are read in place within markup.</summary>
    NotReference = Percent | Backslash | QuotedPrintable,

    /// <summary>All.</summary>
    All = Reference | NotReference,
}
