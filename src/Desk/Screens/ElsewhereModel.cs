using Blog.Desk.Review;

namespace Blog.Desk.Screens;

/// <summary>What was taken out in one place and stands in another.</summary>
public sealed record ElsewhereModel : ScreenModel
{
    /// <summary>Terms on one screen.</summary>
    public const int PageSize = 50;

    /// <summary>The terms shown, each with the first text in which it stands.</summary>
    public required IReadOnlyList<(StandingTerm Term, Excerpt First)> Terms { get; init; }

    /// <summary>Terms of the list.</summary>
    public required int Count { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <inheritdoc/>
    public override string Title => "Still standing elsewhere";

    /// <inheritdoc/>
    public override string Section => "/elsewhere";
}
