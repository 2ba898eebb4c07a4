namespace Blog.Moderate.Sharing;

/// <summary>A decision on its way into a packet or back out of one.</summary>
public sealed record PacketDecision
{
    /// <summary>Its name: on the way in a keyed hash of this packet, on the way back the name that the moderator's store gave it.</summary>
    public required string Id { get; init; }

    /// <summary>What was decided, in the store's words.</summary>
    public required string Action { get; init; }

    /// <summary>How far it reaches, in the store's words.</summary>
    public required string Scope { get; init; }

    /// <summary>The text or thread it is about, by its name in the packet.</summary>
    public string? Unit { get; init; }

    /// <summary>The writer it is about.</summary>
    public int? Writer { get; init; }

    /// <summary>Of an undoing: the decision of the packet that holds no more.</summary>
    public string? Undoes { get; init; }

    /// <summary>Kind of what is hidden.</summary>
    public string? Kind { get; init; }

    /// <summary>Which text of the post: <c>body</c> or <c>title</c>; of a place only.</summary>
    public string? Field { get; init; }

    /// <summary>First position, UTF-16.</summary>
    public int Start { get; init; }

    /// <summary>Length, UTF-16.</summary>
    public int Length { get; init; }

    /// <summary>The words.</summary>
    public string? Term { get; init; }

    /// <summary>Other forms.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>What stands instead; of a repair of a thread the other comment, by its name in the packet.</summary>
    public string? Replacement { get; init; }

    /// <summary>On the way back: hash of the text that was judged (<see cref="PacketHash"/>); null where it is about no single text.</summary>
    public string? Judged { get; init; }

    /// <summary>On the way back, of a term for everywhere: the threads of the packet in which it stands.</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];
}
