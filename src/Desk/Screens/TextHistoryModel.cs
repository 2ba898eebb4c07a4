using Blog.Desk.Review;
using Blog.Text;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>How one text stands: what changed in it on its way out, and who decided.</summary>
public sealed record TextHistoryModel : ScreenModel
{
    /// <summary>The text.</summary>
    public required VaultHandle Unit { get; init; }

    /// <summary>"Post" or the comment's number.</summary>
    public required string Label { get; init; }

    /// <summary>From the original to what the next release would write.</summary>
    public required IReadOnlyList<DiffPart> Pending { get; init; }

    /// <summary>From what was released last to that; null where nothing was.</summary>
    public IReadOnlyList<DiffPart>? SinceReleased { get; init; }

    /// <summary>What the next release would show in its place; null where it shows the text.</summary>
    public string? Instead { get; init; }

    /// <summary>Every decision about this text, its thread or its writer, the latest first, those for everywhere left out.</summary>
    public required IReadOnlyList<DecisionRow> Rows { get; init; }

    /// <inheritdoc/>
    public override string Title => "How this text stands";

    /// <inheritdoc/>
    public override string Section => "/threads";
}
