namespace Blog.Import.Documents;

/// <summary>Why a document is not read.</summary>
public enum DocumentFault
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It, or what it unpacks to, is larger than the limits.</summary>
    TooLarge,

    /// <summary>It is nested deeper, or has more parts, than the limits.</summary>
    TooComplex,

    /// <summary>It is encrypted or asks for a password.</summary>
    Encrypted,

    /// <summary>It is of a kind that is not read.</summary>
    WrongKind,

    /// <summary>It is damaged, or says things about itself that are not so.</summary>
    Damaged,
}
