namespace Blog.Moderate.Sharing;

/// <summary>What comes back from a packet: the moderator's decisions that are in force, in the order in which they were made.</summary>
/// <param name="Format"><see cref="CurrentFormat"/>.</param>
/// <param name="Packet">Name of the packet.</param>
/// <param name="Editor">Thumbprint of the signing key of who made the packet: nobody else can pass these decisions off as meant for themselves.</param>
/// <param name="Decisions">The decisions.</param>
public sealed record ReturnedDecisions(string Format, string Packet, string Editor, IReadOnlyList<PacketDecision> Decisions)
{
    /// <summary>Name and version of the format.</summary>
    public const string CurrentFormat = "subrosa-decisions-1";

    /// <summary>The purpose for which it is signed.</summary>
    public const string Purpose = "subrosa-decisions+jws";
}
