using Blog.Vault.Guests;

namespace Blog.Desk.Screens;

/// <summary>The guests' texts, and a way to take one in.</summary>
public sealed record GuestsModel : ScreenModel
{
    /// <summary>Every guest's text: those on their way first, the latest first.</summary>
    public required IReadOnlyList<VaultGuest> Guests { get; init; }

    /// <summary>Today, by which days are past or to come.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the sealed part has a passphrase.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>Whether it is open now.</summary>
    public required bool IsUnlocked { get; init; }

    /// <inheritdoc/>
    public override string Title => "Guests' texts";

    /// <inheritdoc/>
    public override string Section => "/guests";
}
