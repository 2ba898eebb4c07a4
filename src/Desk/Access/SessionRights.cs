namespace Blog.Desk.Access;

/// <summary>What a browser may do that a link lets in.</summary>
/// <param name="Actor">The pen name under which it decides; null for that of the store.</param>
/// <param name="IsReadOnly">It may look at everything and change nothing.</param>
public sealed record SessionRights(string? Actor, bool IsReadOnly)
{
    /// <summary>Those of who started the console.</summary>
    public static SessionRights Own { get; } = new(null, false);

    /// <summary>Those of somebody who looks over a shoulder.</summary>
    public static SessionRights ReadOnly { get; } = new(null, true);
}
