namespace Blog.Import;

/// <summary>Whether the old blog showed it; everything but <see cref="Public"/> stays in the vault.</summary>
public enum Visibility
{
    /// <summary>Everybody could read it.</summary>
    Public,

    /// <summary>Never published.</summary>
    Draft,

    /// <summary>To be published at a later time.</summary>
    Scheduled,

    /// <summary>For some readers only.</summary>
    Private,

    /// <summary>Marked as spam.</summary>
    Spam,

    /// <summary>Waiting for a moderator.</summary>
    Pending,

    /// <summary>Deleted but still in the export.</summary>
    Trashed,
}
