namespace Blog.Release;

/// <summary>Whose an address in an imported text is.</summary>
internal enum OwnAddressKind
{
    /// <summary>Another site's, or something on the old host that is no page of the blog.</summary>
    Foreign,

    /// <summary>The old blog's, and what it led to is released.</summary>
    Here,

    /// <summary>The old blog's, and nothing that is released: held, withheld, of an unfinished year, or never brought in.</summary>
    Nowhere,
}
