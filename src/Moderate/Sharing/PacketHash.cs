using Blog.Vault;

namespace Blog.Moderate.Sharing;

/// <summary>By which it is known whether a text is still the one that was judged. Travels inside encrypted messages only.</summary>
internal static class PacketHash
{
    /// <summary>SHA-256 over a comment's Markdown, or over a post's title and Markdown.</summary>
    public static string Of(UnitPlace place) => TextHash.Of(place.Comment is { } comment ? comment.Markdown : $"{place.Post.Title}\0{place.Post.Markdown}");
}
