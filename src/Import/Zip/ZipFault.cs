namespace Blog.Import.Zip;

/// <summary>Why a zip, or an entry of it, is not read.</summary>
public enum ZipFault
{
    /// <summary>It is damaged, or says things about itself that are not so.</summary>
    Damaged,

    /// <summary>It unpacks to more than the limits.</summary>
    TooLarge,

    /// <summary>It has more entries than the limits.</summary>
    TooManyEntries,

    /// <summary>It asks for a password.</summary>
    Encrypted,

    /// <summary>It is packed in a way that is not read.</summary>
    UnknownPacking,

    /// <summary>Its name leads elsewhere or hides something.</summary>
    UnsafeName,

    /// <summary>Another entry bears the same name.</summary>
    SameName,

    /// <summary>It is a link to another file.</summary>
    Link,
}
