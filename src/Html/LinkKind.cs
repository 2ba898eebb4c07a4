namespace Blog.Html;

/// <summary>Where a link leads.</summary>
public enum LinkKind
{
    /// <summary>To a comment by its anchor.</summary>
    Citation,

    /// <summary>To a path within the site.</summary>
    Site,

    /// <summary>To another site.</summary>
    External,

    /// <summary>To a mailbox.</summary>
    Mail,

    /// <summary>Not a link but the source of a picture within the site.</summary>
    Picture,
}
