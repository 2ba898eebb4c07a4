namespace Blog.Search.Index;

/// <summary>The streams in which the pieces lie that the dictionary does not hold (see <see cref="StreamFiles"/>).</summary>
public enum StreamKind
{
    /// <summary>Tails of the comments' parts of lists of texts, and long sets.</summary>
    Lists = 0,

    /// <summary>Tails of the posts' parts of lists of texts, and of lists of titles: short pieces, most often asked for alone.</summary>
    PostLists = 1,

    /// <summary>Positions.</summary>
    Positions = 2,
}
