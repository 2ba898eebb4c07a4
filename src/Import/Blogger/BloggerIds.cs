using System.Buffers;

namespace Blog.Import.Blogger;

/// <summary>Reads Blogger's ids: <c>tag:blogger.com,1999:blog-B.post-N</c>, <c>.page-N</c>, <c>.layout</c>, <c>.settings.NAME</c>, and the feed addresses that hold them.</summary>
internal static class BloggerIds
{
    /// <summary>How every id of Blogger begins.</summary>
    public const string Prefix = "tag:blogger.com,1999:blog-";

    /// <summary>Most digits of an id; real ones have up to 20 (FORMATS section 2, item 8). They are never read as numbers.</summary>
    public const int LongestNumber = 30;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> SettingCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    /// <summary>The blog's number in an id of a blog, feed, post, page or comment; null where there is none.</summary>
    public static string? Blog(ReadOnlySpan<char> id)
    {
        id = id.Trim();
        return id.StartsWith(Prefix, StringComparison.Ordinal) ? Number(id[Prefix.Length..]) : null;
    }

    /// <summary>The number of a post, page or comment; null where the id is none of Blogger's.</summary>
    public static string? Entry(ReadOnlySpan<char> id)
    {
        id = id.Trim();
        if (Blog(id) is not { } blog)
        {
            return null;
        }

        var rest = id[(Prefix.Length + blog.Length)..];
        rest = rest.StartsWith(".post-", StringComparison.Ordinal) || rest.StartsWith(".page-", StringComparison.Ordinal) ? rest[6..] : default;
        return Number(rest) is { } number && number.Length == rest.Length ? number : null;
    }

    /// <summary>How a skipped entry may be named in a report: its number, <c>layout</c> or <c>settings.NAME</c>, else its position; never other text of the source.</summary>
    public static string Name(string? id, string position)
    {
        if (id is null || Blog(id) is not { } blog)
        {
            return position;
        }

        var rest = id.AsSpan().Trim()[(Prefix.Length + blog.Length)..];
        const string settings = ".settings.";
        if (rest is ".layout")
        {
            return "layout";
        }

        return rest.StartsWith(settings, StringComparison.Ordinal) && rest.Length < 80 && !rest[settings.Length..].ContainsAnyExcept(SettingCharacters)
            ? new string(rest[1..])
            : Entry(id) ?? position;
    }

    /// <summary>The comment's number in <c>…/comments/default/N</c>; null where the address is another.</summary>
    public static string? CommentInFeed(ReadOnlySpan<char> address) => After(address, "/comments/default/");

    /// <summary>The post's number in <c>/feeds/B/P/comments/default/N</c>; null where the address is another.</summary>
    public static string? PostInCommentFeed(ReadOnlySpan<char> address)
    {
        var at = address.IndexOf("/comments/default/", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        address = address[..at];
        var number = address[(address.LastIndexOf('/') + 1)..];
        return Number(number) is { } found && found.Length == number.Length ? found : null;
    }

    private static string? After(ReadOnlySpan<char> address, string mark)
    {
        var at = address.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = address[(at + mark.Length)..];
        var number = Number(rest);
        return number is not null && (number.Length == rest.Length || rest[number.Length] is '?' or '#' or '/') ? number : null;
    }

    private static string? Number(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(Digits);
        length = length < 0 ? text.Length : length;
        return length is > 0 and <= LongestNumber ? new string(text[..length]) : null;
    }
}
