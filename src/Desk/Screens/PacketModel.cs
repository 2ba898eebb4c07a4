using Blog.Desk.Review;

namespace Blog.Desk.Screens;

/// <summary>The first screen over a packet: what is to be decided, and how it goes back.</summary>
public sealed record PacketModel : ScreenModel
{
    /// <summary>How much waits.</summary>
    public required BoardSummary Summary { get; init; }

    /// <summary>Decisions made over it so far, those that came with it left out.</summary>
    public required int Decided { get; init; }

    /// <summary>The folder in which it is open.</summary>
    public required string Folder { get; init; }

    /// <inheritdoc/>
    public override string Title => "Packet";

    /// <inheritdoc/>
    public override string Section => "/";
}
