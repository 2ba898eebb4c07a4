namespace Blog.Search.Query;

/// <summary>Whether a clause of a group must match.</summary>
public enum Occur
{
    /// <summary>It may: it adds to the score. Where no clause must match, one that may has to.</summary>
    Should,

    /// <summary>It must.</summary>
    Must,

    /// <summary>It must not.</summary>
    MustNot,
}
