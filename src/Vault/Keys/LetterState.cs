namespace Blog.Vault.Keys;

/// <summary>How a message from a person stands.</summary>
public enum LetterState
{
    /// <summary>It was opened, and the signature counts.</summary>
    Good,

    /// <summary>It is no message for one of our keys, or was changed on its way.</summary>
    NotForUs,

    /// <summary>It was opened, but its signature is of no key that was accepted, for another purpose, or wrong.</summary>
    UnknownSigner,
}
