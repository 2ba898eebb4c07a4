namespace Blog.Import.Captures;

/// <summary>What the column of a line in a thread can mean.</summary>
internal enum ThreadLineKind
{
    /// <summary>At the column of a top-level comment's text, or further left.</summary>
    Text,

    /// <summary>At the column of a reply's text, or further right.</summary>
    Deep,

    /// <summary>A number at the column of replies, after a blank line.</summary>
    Reply,
}
