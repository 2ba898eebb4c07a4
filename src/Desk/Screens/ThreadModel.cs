using Blog.Desk.Review;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>The redaction screen: texts of one thread.</summary>
public sealed record ThreadModel : ScreenModel
{
    /// <summary>Texts on one screen.</summary>
    public const int PageSize = 20;

    /// <summary>The post.</summary>
    public required VaultHandle Post { get; init; }

    /// <summary>Its title as imported; null where it has none.</summary>
    public string? PostTitle { get; init; }

    /// <summary>The texts shown.</summary>
    public required IReadOnlyList<UnitView> Units { get; init; }

    /// <summary>Texts of the thread.</summary>
    public required int Texts { get; init; }

    /// <summary>Texts of it that hold something to decide.</summary>
    public required int Waiting { get; init; }

    /// <summary>Which texts are listed.</summary>
    public required TextFilter Listed { get; init; }

    /// <summary>Which findings are shown.</summary>
    public required FindingFilter Filter { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Pages of the list.</summary>
    public required int Pages { get; init; }

    /// <summary>Whether another thread waits.</summary>
    public required bool HasNext { get; init; }

    /// <inheritdoc/>
    public override string Title => PostTitle is { Length: > 0 } ? PostTitle : "Untitled post";

    /// <inheritdoc/>
    public override string Section => "/threads";

    /// <summary>Address of a page of this list.</summary>
    public string Address(int page, TextFilter? listed = null, FindingFilter? filter = null) =>
        ThreadAddress.Of(Post, listed ?? Listed, filter ?? Filter, page);
}
