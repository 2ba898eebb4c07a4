using System.Globalization;
using System.Net;
using System.Text;
using Blog.Bench.Threads;

namespace Blog.Bench.Search;

/// <summary>
/// Pages of an invented archive as the theme writes what the index reads of them: large enough that common words have lists of several pieces, of words that mean nothing. The same
/// seed gives the same pages.
/// </summary>
internal static class ScriptArchive
{
    private static readonly string[] Capitals = ["PQ", "ZTR", "PQs", "IT", "ZT's"];
    private static readonly string[] Names = ["Aunt Fenwick", "Rook", "a keeper", "Oswin Marl", "Anonymous"];
    private static readonly string[] LabelNames = ["Fogs", "Tides", "Lamp Rooms"];

    /// <summary>The pages by path.</summary>
    /// <param name="posts">How many posts; each has up to 60 comments.</param>
    /// <param name="seed">What they are drawn by.</param>
    public static SortedDictionary<string, byte[]> Pages(int posts, ulong seed)
    {
        var random = new StableRandom(seed);
        var words = OracleLines.Words(4_000, (int)seed).Where(word => word.Length is > 2 and < 20 && word.All(char.IsAsciiLetter)).Distinct(StringComparer.Ordinal).ToList();
        var pages = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var post = 0; post < posts; post++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{2012 + (post % 7)}/{1 + (post % 12):00}/lantern-{post}.html");
            pages.Add(path, Encoding.UTF8.GetBytes(Page(random, words, post)));
        }

        return pages;
    }

    private static string Page(StableRandom random, List<string> words, int post)
    {
        var html = new StringBuilder();
        var series = post % 9 == 0 ? "<p class=\"kind\"><a href=\"/s.html\">Night Watches</a></p>" : string.Empty;
        var title = random.Chance(4) ? "<h1 class=\"untitled\">Untitled</h1>" : $"<h1 class=\"p-name\">{Text(random, words, random.Between(1, 9))}</h1>";
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><main><article class=\"h-entry\" data-unit=\"{post}p\">{series}{title}<span class=\"p-author\">{random.Pick(Names)}</span>");
        html.Append(CultureInfo.InvariantCulture, $"<time class=\"dt-published\" datetime=\"{Day(random, post)}\">then</time><div class=\"post\"><p>{Text(random, words, random.Between(30, 400))}</p></div>");
        html.Append(CultureInfo.InvariantCulture, $"<a class=\"p-category\" href=\"/l.html\">{random.Pick(LabelNames)}</a>");
        for (var comment = random.Between(0, 60); comment > 0; comment--)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"comment\" id=\"c{comment}\"><article class=\"u-comment\" data-unit=\"{post}c{comment}\"><a class=\"num\" href=\"#c{comment}\">{comment}</a>");
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"p-author\">{random.Pick(Names)}</span><time class=\"dt-published\" datetime=\"{Day(random, post)}\">then</time><div class=\"body\"><p>{Text(random, words, Length(random))}</p></div></article></li>");
        }

        return html.Append("</article></main>").ToString();
    }

    // Most comments are short, a few are as long as a post.
    private static int Length(StableRandom random) => random.Chance(5) ? random.Between(80, 400) : random.Between(1, random.Chance(50) ? 12 : 60);

    private static string Day(StableRandom random, int post) => random.Below(20) switch
    {
        0 => string.Empty,
        1 => string.Create(CultureInfo.InvariantCulture, $"{2012 + (post % 7)}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"{2012 + (post % 7)}-{1 + (post % 12):00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{2012 + (post % 7)}-{1 + (post % 12):00}-{random.Between(1, 28):00}"),
    };

    /// <summary>Few words are common and many rare, about as in a language: the rank falls off with the square of an even draw, and its square again.</summary>
    private static string Text(StableRandom random, List<string> words, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            var even = random.Below(10_000) / 10_000d;
            var word = random.Chance(3) ? random.Pick(Capitals) : random.Chance(6) ? "the" : words[(int)(words.Count * even * even * even * even)];
            text.Append(i == 0 ? string.Empty : random.Chance(8) ? ". " : " ").Append(WebUtility.HtmlEncode(word));
        }

        return text.ToString();
    }
}
