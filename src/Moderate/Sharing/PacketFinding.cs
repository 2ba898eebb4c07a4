namespace Blog.Moderate.Sharing;

/// <summary>A finding in a packet: as the store keeps it, without words.</summary>
/// <param name="Field"><c>body</c> or <c>title</c>.</param>
/// <param name="Start">First position, UTF-16.</param>
/// <param name="Length">Length, UTF-16.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Score">From 0 to 1.</param>
/// <param name="Recognizer">Who found it.</param>
/// <param name="Why">Why.</param>
public sealed record PacketFinding(string Field, int Start, int Length, string Kind, double Score, string Recognizer, string Why);
