namespace Blog.Search.Query;

/// <summary>A query as it was read; see <see cref="QueryParser"/>.</summary>
public abstract record QueryNode
{
    /// <summary>What its score is multiplied by.</summary>
    public float Boost { get; init; } = 1;
}
