namespace Blog.Import;

/// <summary>Post or static page.</summary>
public enum EntryKind
{
    /// <summary>A dated post.</summary>
    Post,

    /// <summary>A static page.</summary>
    Page,
}
