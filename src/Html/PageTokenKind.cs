namespace Blog.Html;

/// <summary>Kinds of <see cref="PageTokens"/>.</summary>
public enum PageTokenKind
{
    /// <summary>A text between tags.</summary>
    Text,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,
}
