namespace Blog.Import;

/// <summary>Which of several sources of one Blogger blog is believed, where they differ and neither says that it is the later one (docs/importing.md).</summary>
internal static class SourceRanks
{
    /// <summary>A saved page: what was shown on one day, never what is hidden.</summary>
    public const int SavedPage = 10;

    /// <summary>Google Takeout: every state, but no key of a person and no offset of a time.</summary>
    public const int Takeout = 20;

    /// <summary>The classic export: states, addresses, keys and offsets.</summary>
    public const int Classic = 30;
}
