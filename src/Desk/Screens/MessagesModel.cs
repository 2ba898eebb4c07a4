using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>What people sent through the site's page: what waits, and a way to take an export in.</summary>
public sealed record MessagesModel : ScreenModel
{
    /// <summary>Messages in the order in which they came; those that are done only where they were asked for.</summary>
    public required IReadOnlyList<VaultSubmission> Messages { get; init; }

    /// <summary>Numbers of those to which an answer lies ready.</summary>
    public required IReadOnlyList<long> Answered { get; init; }

    /// <summary>How many wait.</summary>
    public required int Waiting { get; init; }

    /// <summary>How many were taken or deleted.</summary>
    public required int Done { get; init; }

    /// <summary>Whether those that are done are shown, too.</summary>
    public required bool ShowsAll { get; init; }

    /// <summary>Whether there are keys of the store's own to open messages with.</summary>
    public required bool HasKeys { get; init; }

    /// <summary>Whether the sealed part has a passphrase.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>Whether it is open now.</summary>
    public required bool IsUnlocked { get; init; }

    /// <summary>Whether who looks may not take anything in.</summary>
    public required bool IsForOthers { get; init; }

    /// <inheritdoc/>
    public override string Title => "New messages";

    /// <inheritdoc/>
    public override string Section => "/inbox";
}
