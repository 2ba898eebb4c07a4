namespace Blog.Vault;

/// <summary>What an editor may do and a moderator may not.</summary>
public enum EditorTask
{
    /// <summary>Put texts where readers find them: release, publish.</summary>
    Publish,

    /// <summary>Erase for good.</summary>
    Erase,

    /// <summary>Make, accept and remove keys.</summary>
    Keys,

    /// <summary>Read and amend guests' texts.</summary>
    GuestPosts,

    /// <summary>Hand out packets, take decisions of others in.</summary>
    Share,

    /// <summary>Give roles.</summary>
    Roles,

    /// <summary>Say whether the tagger holds texts, and take or forget what it learned.</summary>
    Detector,
}
