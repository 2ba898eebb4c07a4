using Blog.Requests;

namespace Blog.Desk.Screens;

/// <summary>The queue of requests, what is overdue first.</summary>
public sealed record RequestsModel : ScreenModel
{
    /// <summary>Open ones, in the order of the queue.</summary>
    public required IReadOnlyList<RequestView> Open { get; init; }

    /// <summary>Closed ones, the latest first.</summary>
    public required IReadOnlyList<RequestView> Closed { get; init; }

    /// <summary>Whether the sealed part has a passphrase.</summary>
    public required bool IsSetUp { get; init; }

    /// <summary>Whether it is open now.</summary>
    public required bool IsUnlocked { get; init; }

    /// <summary>Now, in UK local time: what the form begins with.</summary>
    public required DateTime Now { get; init; }

    /// <summary>A text that the form begins with, by its name; null for none.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override string Title => "Requests";

    /// <inheritdoc/>
    public override string Section => "/requests";
}
