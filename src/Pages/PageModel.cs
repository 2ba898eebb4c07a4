namespace Blog.Pages;

/// <summary>One page, complete but for its markup: everything the theme shows, nothing it has to work out.</summary>
/// <remarks>The kinds are closed: home, post, list, directory, at a glance, series, search, submit, not found.</remarks>
public abstract record PageModel
{
    private protected PageModel()
    {
    }

    /// <summary>Its head and what stands around it.</summary>
    public required PageFrame Frame { get; init; }
}
