namespace Blog.Search.Units;

/// <summary>What a unit of the search index is.</summary>
public enum UnitKind
{
    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A post or a static page.</summary>
    Post,
}
