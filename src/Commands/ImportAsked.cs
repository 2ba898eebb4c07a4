using Blog.Import.Fetching;

namespace Blog.Commands;

/// <summary>What was asked of an import beside its source.</summary>
/// <param name="ReviewFirst">Whether all of it is held back until it was reviewed; null leaves it as an earlier import said.</param>
/// <param name="IsNewer">It is a newer export of an archive that is here: texts that somebody has decided on stay.</param>
/// <param name="Media">Files and folders of pictures that belong to it.</param>
/// <param name="Fetcher">Makes what fetches the pictures that nobody has given; null where nothing is to be fetched.</param>
internal sealed record ImportAsked(bool? ReviewFirst, bool IsNewer, IReadOnlyList<string> Media, Func<WebFetcher>? Fetcher);
