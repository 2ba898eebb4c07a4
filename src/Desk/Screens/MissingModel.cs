namespace Blog.Desk.Screens;

/// <summary>A screen that says in one sentence why there is nothing else to show.</summary>
public sealed record MissingModel : ScreenModel
{
    /// <summary>The sentence.</summary>
    public required string Message { get; init; }

    /// <inheritdoc/>
    public override string Title => "Not here";

    /// <inheritdoc/>
    public override string Section => string.Empty;
}
