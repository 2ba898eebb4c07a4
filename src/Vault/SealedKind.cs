namespace Blog.Vault;

/// <summary>What a sealed row holds.</summary>
public enum SealedKind
{
    /// <summary>A guest's text on its way: its versions, and what its writer agreed to.</summary>
    Guest,

    /// <summary>A guest's text as it was sent.</summary>
    GuestOriginal,

    /// <summary>Who sent it.</summary>
    Sender,

    /// <summary>A request for takedown or erasure, with who asked.</summary>
    Request,

    /// <summary>A private key.</summary>
    Key,

    /// <summary>What somebody sent through the site; as it came where it could not be opened.</summary>
    Submission,

    /// <summary>What the editors answer a writer who has a code.</summary>
    Reply,

    /// <summary>The head of the audit when the store was last written while it was open; one row, kept by the store itself.</summary>
    AuditHead,
}
