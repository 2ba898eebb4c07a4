using Blog.Desk.Review;

namespace Blog.Desk.Screens;

/// <summary>The run of a verb: how far it is, what it said.</summary>
public sealed record WorkModel : ScreenModel
{
    /// <summary>The run; null where nothing was run yet.</summary>
    internal DeskWork? Work { get; init; }

    /// <inheritdoc/>
    public override string Title => Work?.Title ?? "Work";

    /// <inheritdoc/>
    public override string Section => "/";
}
