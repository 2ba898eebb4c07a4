namespace Blog.Moderate.Sharing;

/// <summary>A text in a packet.</summary>
/// <param name="Id">Its name in this packet, 32 digits.</param>
/// <param name="Parent">The comment it answers; null at the top level.</param>
/// <param name="Number">The number readers saw; null where there was none.</param>
/// <param name="State">A comment's state, as thread files write it.</param>
/// <param name="Writer">Which of the packet's writers; null for those who are nobody in particular.</param>
/// <param name="WriterName">What of the writer's name stands in the texts of this thread; null where nothing does.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Findings">What recognizers found in it.</param>
public sealed record PacketText(
    string Id, string? Parent, string? Number, string State, int? Writer, string? WriterName, string Text, IReadOnlyList<PacketFinding> Findings);
