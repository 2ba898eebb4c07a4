namespace Blog.Moderate.Sharing;

/// <summary>A thread in a packet.</summary>
/// <param name="Kind"><c>post</c> or <c>page</c>.</param>
/// <param name="Title">Title; null where it has none.</param>
/// <param name="Day">Day of the post; null where lost.</param>
/// <param name="Permalink">Path on the old blog, in which words of the title may stand; null where it has none.</param>
/// <param name="Labels">Labels in order.</param>
/// <param name="Series">Name of the series; null where it is in none.</param>
/// <param name="SeriesNumber">Its number in the series.</param>
/// <param name="Post">The post's text.</param>
/// <param name="Comments">Its comments in the order of the source.</param>
public sealed record PacketThread(
    string Kind, string? Title, DateOnly? Day, string? Permalink, IReadOnlyList<string> Labels, string? Series, int? SeriesNumber, PacketText Post, IReadOnlyList<PacketText> Comments);
