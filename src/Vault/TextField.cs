namespace Blog.Vault;

/// <summary>Which text of a post or comment a span lies in.</summary>
public enum TextField
{
    /// <summary>Its Markdown.</summary>
    Body,

    /// <summary>A post's title.</summary>
    Title,
}
