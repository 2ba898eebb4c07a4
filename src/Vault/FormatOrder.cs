namespace Blog.Vault;

/// <summary>Formats by how much they tell of a post or comment: where two archives have it, the one further up stands (docs/importing.md).</summary>
internal static class FormatOrder
{
    private static readonly string[] Formats = ["blogger-classic", "wordpress", "ghost", "blogml", "disqus", "substack", "medium", "movabletype", "capture", "input"];

    /// <summary>Orders by format, then archive, then id.</summary>
    public static int Compare((string Format, string Key, string Id) left, (string Format, string Key, string Id) right)
    {
        var byFormat = Place(left.Format).CompareTo(Place(right.Format));
        var byKey = byFormat != 0 ? byFormat : string.CompareOrdinal(left.Key, right.Key);
        return byKey != 0 ? byKey : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>Whether an archive is one of an old blog; texts of guests, packets and the like are never put together.</summary>
    public static bool IsArchive(string format) => Array.IndexOf(Formats, format) >= 0;

    private static int Place(string format) => Array.IndexOf(Formats, format) is >= 0 and var place ? place : Formats.Length;
}
