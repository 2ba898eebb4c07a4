using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Blog.Html;
using Blog.Import.Xml;

namespace Blog.Import.Readers;

/// <summary>Parses a saved page; nothing in it is run or loaded.</summary>
internal static partial class PageMarkup
{
    /// <summary>Longest page, in characters.</summary>
    public const int LongestPage = 16 * 1024 * 1024;

    /// <summary>Most tags of a page; themes write thousands.</summary>
    public const int MostTags = 1_000_000;

    /// <summary>Most elements open at once.</summary>
    public const int DeepestPage = 512;

    private static readonly HtmlContext Bounds = new() { MaximumCharacters = LongestPage, MaximumTags = MostTags, MaximumOpenElements = DeepestPage };

    /// <summary>The page; null where it is too large or nested too deep for a parser, with the reason.</summary>
    public static IHtmlDocument? Parse(SourceFile file, RepairLog repairs, out string? fault)
    {
        var text = Text(file, repairs);
        if (text is not null && !MarkupLimits.Allow(text, Bounds))
        {
            // Scripts and styles of themes are full of what looks like elements; nothing in them is asked for.
            text = NoText().Replace(text, string.Empty);
        }

        fault = text is null ? "it is longer than 16 Mi characters" : MarkupLimits.Allow(text, Bounds) ? null : "its elements are nested too deep, or too many";
        return fault is null ? new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(text!) : null; // not null: there is no fault
    }

    /// <summary>The text of a file, decoded as exports are; null where it is too long.</summary>
    public static string? Text(SourceFile file, RepairLog repairs)
    {
        using var stream = file.Open();
        var decoder = new SourceDecoder(stream, file.Name, repairs);
        var buffer = new char[64 * 1024];
        var length = 0;
        while (true)
        {
            if (buffer.Length - length < SourceDecoder.SmallestRead)
            {
                if (length > LongestPage)
                {
                    return null;
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = decoder.Read(buffer.AsSpan(length));
            if (read == 0)
            {
                return length > LongestPage ? null : new string(buffer, 0, length);
            }

            length += read;
        }
    }

    [GeneratedRegex(@"<(?<name>script|style)\b[^>]*>.*?</\k<name>\s*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex NoText();
}
