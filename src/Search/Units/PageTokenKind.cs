namespace Blog.Search.Units;

/// <summary>Kinds of <see cref="PageTokens"/>.</summary>
internal enum PageTokenKind
{
    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Text between tags.</summary>
    Text,
}
