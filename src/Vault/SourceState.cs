namespace Blog.Vault;

/// <summary>Whether the old blog behind a source can still be read by everybody.</summary>
public enum SourceState
{
    /// <summary>Nobody has said; to be taken for public.</summary>
    Unknown,

    /// <summary>It is still up: every redaction can be read off by comparing.</summary>
    Public,

    /// <summary>Somebody has looked and it is gone.</summary>
    Closed,
}
