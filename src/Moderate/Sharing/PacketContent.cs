namespace Blog.Moderate.Sharing;

/// <summary>What is in a packet: the texts of some threads, what was found in them and decided about them, and nothing else.</summary>
/// <remarks>
/// Ids are keyed hashes of this packet alone. There is no e-mail, link, key or time of anybody; writers are numbers, with the words of their name that stand in the thread's own texts; texts
/// that the old blog did not show are not in it, nor is the original markup.
/// </remarks>
/// <param name="Format"><see cref="CurrentFormat"/>.</param>
/// <param name="Packet">The packet's random name, 32 digits.</param>
/// <param name="Recognizers">Version of the recognizers whose findings these are.</param>
/// <param name="Expires">Last day on which it is opened.</param>
/// <param name="Site">The blog's <c>site.yml</c>, which is public.</param>
/// <param name="Threads">The threads.</param>
/// <param name="Decisions">Decisions in force whose words stand in these texts.</param>
public sealed record PacketContent(
    string Format, string Packet, string Recognizers, DateOnly Expires, string Site, IReadOnlyList<PacketThread> Threads, IReadOnlyList<PacketDecision> Decisions)
{
    /// <summary>Name and version of the format.</summary>
    public const string CurrentFormat = "subrosa-packet-1";

    /// <summary>The purpose for which it is signed.</summary>
    public const string Purpose = "subrosa-packet+jws";
}
