namespace Blog.Bench.Threads;

/// <summary>What the copy dropped of a comment.</summary>
public enum LossKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The line with its number, because it held a bare link; further paragraphs stand without a number.</summary>
    Number,

    /// <summary>The whole comment, because it was a bare link.</summary>
    All,
}
