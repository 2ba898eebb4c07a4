using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>The audit: who did what, and when, without a word of a text.</summary>
public sealed record AuditModel : ScreenModel
{
    /// <summary>Entries on one screen.</summary>
    public const int PageSize = 200;

    /// <summary>The entries shown, the latest first.</summary>
    public required IReadOnlyList<AuditEntry> Entries { get; init; }

    /// <summary>Entries in all.</summary>
    public required long Count { get; init; }

    /// <summary>What is wrong with the chain; null where it is whole.</summary>
    public string? Fault { get; init; }

    /// <summary>Its end, to be noted elsewhere.</summary>
    public required AuditHead Head { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <inheritdoc/>
    public override string Title => "Audit";

    /// <inheritdoc/>
    public override string Section => "/history";
}
