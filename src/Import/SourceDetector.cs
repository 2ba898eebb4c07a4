using System.Text;
using System.Text.RegularExpressions;
using Blog.Import.Blogger;
using Blog.Import.Xml;

namespace Blog.Import;

/// <summary>Tells from its first bytes what a file is, and says in plain words why it is not what is wanted.</summary>
public static partial class SourceDetector
{
    internal const string ClassicExport =
        "Give the blog's export instead: of Blogger feed.atom from Google Takeout (Takeout/Blogger/Blogs/NAME), or the older blog-MM-DD-YYYY.xml of Settings, \"Back up content\".";

    /// <summary>What a file is.</summary>
    /// <param name="first">Its first bytes, up to 64 KB; more are not looked at.</param>
    public static SourceKind Look(ReadOnlySpan<byte> first)
    {
        if (first.IsEmpty)
        {
            return SourceKind.Empty;
        }

        if (Magic(first) is { } kind)
        {
            return kind;
        }

        var text = Decode(first);
        var trimmed = text.AsSpan().Trim().Trim('\uFEFF').Trim();
        if (trimmed.IsEmpty)
        {
            return SourceKind.Empty;
        }

        if (text.AsSpan().Count('\0') > text.Length / 100)
        {
            return SourceKind.Binary;
        }

        return Markup().Match(text) is { Success: true } markup ? LookAtMarkup(text, markup) : LookAtText(trimmed);
    }

    /// <summary>Ends the import where a file is not of the kind wanted.</summary>
    /// <exception cref="ImportException">It is another kind; the message says which, and what to give instead.</exception>
    public static void Require(SourceKind wanted, SourceKind found, string sourceName)
    {
        if (found != wanted)
        {
            throw new ImportException(Explain(found, sourceName));
        }
    }

    /// <summary>Why a file of this kind is not read, and what to give instead.</summary>
    public static string Explain(SourceKind kind, string sourceName) => $"{sourceName}: " + kind switch
    {
        SourceKind.BloggerClassic => NotExpected("a classic Blogger export"),
        SourceKind.Capture => NotExpected("plain text copied from a page"),
        SourceKind.BloggerTakeout => NotExpected("a blog's feed from Google Takeout"),
        SourceKind.BloggerPage => NotExpected("a saved page of a Blogger blog"),
        SourceKind.WordPress => NotExpected("a WordPress export"),
        SourceKind.Disqus => NotExpected("a Disqus export"),
        SourceKind.BlogML => NotExpected("a BlogML export"),
        SourceKind.MovableType => NotExpected("a Movable Type or TypePad export"),
        SourceKind.Ghost => NotExpected("a Ghost export"),
        SourceKind.Substack => NotExpected("the table of a Substack export"),
        SourceKind.Medium => NotExpected("a post of a Medium export"),
        SourceKind.OwnBlog => "these are the settings of a blog folder of this program, without its posts. Give the folder that holds site.yml and posts/.",
        SourceKind.TakeoutComments =>
            "this is a feed from Takeout's folder Comments: what one account wrote, also on other people's blogs, and no post. It is never an archive. "
            + "Give feed.atom of the blog instead: Takeout/Blogger/Blogs/NAME/feed.atom, or the whole Takeout folder.",
        SourceKind.BloggerTheme => "this is a Blogger theme (how pages look), not an export: it holds no posts. " + ClassicExport,
        SourceKind.Table => "this is a table (such as Takeout's settings.csv), not an export: it holds no posts. " + ClassicExport,
        SourceKind.OtherFeed => "this is a news feed, not an export: no entry in it bears a Blogger id, and feeds hold only the latest posts. " + ClassicExport,
        SourceKind.Rss => "this is a news feed (RSS), not an export: feeds hold only the latest posts. " + ClassicExport,
        SourceKind.Html =>
            "this is a web page, but not one of a Blogger blog. If an export was meant, the download gave a login or error page: sign in and download again. "
            + "If a saved page was meant, copy its text from the browser into a .txt file and import that.",
        SourceKind.OtherXml => "this is XML, but of no export that is read, or the file is cut off before its outermost element. " + ClassicExport,
        SourceKind.Json => "this is JSON, but no Ghost export. " + ClassicExport,
        SourceKind.Zip => "this is a zip archive within another, or a damaged one, which is not opened. Give it by itself: then what is wrong with it is said.",
        SourceKind.OtherArchive => "this is a compressed archive, which this version does not read. Unpack it and import the export in it, or the folder.",
        SourceKind.Binary => "this is no text (a picture, a document or a damaged file). " + ClassicExport,
        SourceKind.Empty => "the file is empty. The download probably failed: download the export again.",
        SourceKind.UnknownText => "this is text, but neither an export nor a copied page in a file that ends in .txt. " + ClassicExport,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of source."),
    };

    private static string NotExpected(string what) => $"this is {what}, which was not expected here. Import it by itself.";

    private static SourceKind? Magic(ReadOnlySpan<byte> first) => first switch
    {
        [(byte)'P', (byte)'K', 3 or 5 or 7, 4 or 6 or 8, ..] => SourceKind.Zip,
        [0x1F, 0x8B, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..]
            or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] => SourceKind.OtherArchive,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..]
            or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => SourceKind.Binary,
        _ => null,
    };

    private static string Decode(ReadOnlySpan<byte> first) => first switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(first),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, not 0, 0, ..] => Encoding.Unicode.GetString(first),
        [0xFE, 0xFF, ..] or [0, (byte)'<', 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(first),
        _ => Encoding.UTF8.GetString(first),
    };

    private static SourceKind LookAtMarkup(string text, Match markup)
    {
        var root = Root().Match(text, markup.Index);
        if (!root.Success)
        {
            return text.AsSpan(markup.Length - 2).StartsWith("<?xml", StringComparison.Ordinal) ? SourceKind.OtherXml : SourceKind.Html;
        }

        var attributes = root.Groups["attributes"].ValueSpan;
        switch (root.Groups["name"].Value.ToUpperInvariant())
        {
            case "FEED":
                return attributes.Contains(BloggerNames.Takeout, StringComparison.Ordinal) ? SourceKind.BloggerTakeout
                    : text.Contains(BloggerIds.Prefix, StringComparison.Ordinal) || text.Contains(">Blogger</", StringComparison.Ordinal)
                        || text.Contains(BloggerNames.KindPrefix, StringComparison.Ordinal) || !EntryStart().IsMatch(text) ? SourceKind.BloggerClassic
                    : SourceKind.OtherFeed;
            case "RSS":
                return text.Contains("wordpress.org/export", StringComparison.Ordinal) || text.Contains("<wp:", StringComparison.Ordinal)
                    ? SourceKind.WordPress : SourceKind.Rss;
            case "BLOG":
                return attributes.Contains("blogml", StringComparison.OrdinalIgnoreCase) ? SourceKind.BlogML : SourceKind.OtherXml;
            case "DISQUS":
                return SourceKind.Disqus;
            case "HTML":
                return text.Contains("b:version", StringComparison.Ordinal) || text.Contains("<b:", StringComparison.Ordinal)
                    || text.Contains("expr:", StringComparison.Ordinal) ? SourceKind.BloggerTheme : LookAtPage(text);
            case "HEAD" or "BODY" or "DIV" or "P" or "SCRIPT" or "META" or "TITLE":
                return LookAtPage(text);
            case "PAGE":
                return SourceKind.BloggerTheme; // Takeout's theme-layouts.xml
            default:
                return SourceKind.OtherXml;
        }
    }

    /// <summary>Blogger's pages name their maker, or the blog's own feed; Medium's are one h-entry with its content (microformats).</summary>
    private static SourceKind LookAtPage(string text) =>
        BloggerMaker().IsMatch(text) || text.Contains("blogger.com/feeds/", StringComparison.Ordinal) || text.Contains("id='comments-block'", StringComparison.Ordinal)
            ? SourceKind.BloggerPage
        : text.Contains("class=\"h-entry\"", StringComparison.Ordinal) && text.Contains("p-name", StringComparison.Ordinal) ? SourceKind.Medium
        : SourceKind.Html;

    private static SourceKind LookAtText(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        if (text[0] is '{' or '[' && text.IndexOfAny('"', '}', ']') is > 0 and < 200)
        {
            return text[0] == '{' && GhostStart().IsMatch(text) ? SourceKind.Ghost : SourceKind.Json;
        }

        if (line.Contains("post_id", StringComparison.Ordinal) && line.Contains("is_published", StringComparison.Ordinal) && line.Contains(','))
        {
            return SourceKind.Substack;
        }

        if (OwnBlogStart().IsMatch(text) && SiteAddress().IsMatch(text))
        {
            return SourceKind.OwnBlog;
        }

        if (MovableTypeStart().IsMatch(line) && text.Contains("\n-----", StringComparison.Ordinal))
        {
            return SourceKind.MovableType;
        }

        return line.Count(',') >= 3 && !line.Contains(' ') ? SourceKind.Table : SourceKind.UnknownText;
    }

    // Where markup begins: at once, or behind a little junk (a backtick, line ends).
    [GeneratedRegex(@"\A[^<\p{L}]{0,64}<[?!A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    // The first start tag behind declaration, instructions, comments and document type.
    [GeneratedRegex(
        @"\G[^<]{0,64}(?:<\?(?>[^?]*)(?>\?(?!>)[^?]*)*\?>\s*|<!--(?>[^-]*)(?>-(?!->)[^-]*)*-->\s*|<!DOCTYPE(?>[^\[>]*)(?>\[[^\]]*\]\s*)?>\s*)*<(?:[A-Za-z_][\w.-]*:)?(?<name>[A-Za-z_][\w.-]*)(?<attributes>[^>]*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(?:\w+:)?entry[\s/>]", RegexOptions.CultureInvariant)]
    private static partial Regex EntryStart();

    [GeneratedRegex(@"<meta\s(?=[^>]*name=[""']generator)(?=[^>]*content=[""']blogger)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BloggerMaker();

    [GeneratedRegex(@"\A\{\s*""db""\s*:\s*\[\s*\{|\A\{\s*""(?:meta|data)""\s*:\s*\{(?s:.{0,4000}?)""(?:posts|exported_on)""", RegexOptions.CultureInvariant)]
    private static partial Regex GhostStart();

    [GeneratedRegex(@"^title: ", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex OwnBlogStart();

    [GeneratedRegex(@"^address: [""']?https?://", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex SiteAddress();

    [GeneratedRegex(@"\A(?:AUTHOR|TITLE|BASENAME|STATUS|DATE): ", RegexOptions.CultureInvariant)]
    private static partial Regex MovableTypeStart();
}
