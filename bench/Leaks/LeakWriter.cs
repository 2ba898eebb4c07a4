using System.Text;

namespace Blog.Bench.Leaks;

/// <summary>Puts secrets into files that a build has written: pages, feeds, sitemap, style, names, pictures.</summary>
/// <remarks>A page or feed of its own for each case, copied from that of the clean post, so that one secret cannot be found in another's place.</remarks>
internal sealed class LeakWriter(string site)
{
    private readonly string _page = File.ReadAllText(Path.Combine(site, "2026/01/cleanpage.html"));
    private readonly string _feed = File.ReadAllText(Path.Combine(site, "2026/01/cleanpage.comments.atom"));

    /// <summary>Puts one secret where it belongs.</summary>
    public void Plant(LeakCase planted)
    {
        var name = LeakInput.PostOf(planted);
        switch (planted.Sink)
        {
            case var sink when sink.StartsWith("html-", StringComparison.Ordinal):
                Put($"2026/01/{name}.html", Page(planted));
                break;
            case var sink when sink.StartsWith("feed-", StringComparison.Ordinal):
                Put($"2026/01/{name}.comments.atom", Feed(planted));
                break;
            case "sitemap-loc":
                PutPage(planted);
                Insert("sitemap.xml", "</urlset>", planted, $"<url><loc>https://example.org/2026/01/{name}.html?n=", "</loc></url>\n</urlset>");
                break;
            case "sitemap-comment":
                Insert("sitemap.xml", "</urlset>", planted, "<!-- ", " -->\n</urlset>");
                break;
            case "redirects":
                PutPage(planted);
                Append("_redirects", planted, "/old/", $" /2026/01/{name}.html 301!\n");
                break;
            case "robots":
                Append("robots.txt", planted, "# ", "\n");
                break;
            case "headers":
                Append("_headers", planted, "# ", "\n");
                break;
            case "css-comment":
                Wrap($"theme/{name}.css", planted, "/* ", " */ p{}");
                break;
            case "css-content":
                Wrap($"theme/{name}.css", planted, "p:after{content:\"", "\"}");
                break;
            case "css-url":
                Wrap($"theme/{name}.css", planted, "p{background:url(data:text/plain,", ")}");
                break;
            case "css-class":
                Wrap($"theme/{name}.css", planted, ".", "{}");
                break;
            case "svg-title":
                Wrap($"theme/{name}.svg", planted, "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>", "</title></svg>");
                break;
            case "svg-text":
                Wrap($"theme/{name}.svg", planted, "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>", "</text></svg>");
                break;
            case "svg-metadata":
                Wrap($"theme/{name}.svg", planted, "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><creator>", "</creator></metadata></svg>");
                break;
            case "svg-comment":
                Wrap($"theme/{name}.svg", planted, "<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- ", " --></svg>");
                break;
            case "shard":
                Wrap($"search/{name}.json", planted, "{\"units\":[{\"id\":\"x\",\"text\":\"It was said that ", " went there.\"}]}");
                break;
            case "manifest":
                Wrap($"{name}.webmanifest", planted, "{\"name\":\"", "\"}");
                break;
            case "script":
                Wrap($"theme/{name}.js", planted, "const text=\"", "\";");
                break;
            case "shard-gzip" or "shard-double-gzip":
                Put($"search/{name}.json.gz", planted.Payload);
                break;
            case "text-utf-16":
                Put($"{name}.txt", planted.Payload);
                break;
            case "file-name":
                Put($"2026/{planted.Text}.html", Encoding.UTF8.GetBytes(Own(_page, planted)));
                break;
            case "folder-name":
                Put($"{planted.Text}/index.html", Encoding.UTF8.GetBytes(Own(_page, planted)));
                break;
            case "media-name":
                Put($"media/{planted.Text}.png", LeakPictures.Png());
                break;
            case var sink when Picture(sink) is { } ending:
                Put($"media/{name}{ending}", planted.Payload);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(planted), planted.Sink, "No such sink.");
        }
    }

    private static string? Picture(string sink) => sink[..Math.Max(0, sink.IndexOf('-', StringComparison.Ordinal))] switch
    {
        "png" => ".png",
        "jpeg" => ".jpg",
        "gif" => ".gif",
        "webp" => ".webp",
        _ => null,
    };

    private byte[] Page(LeakCase planted)
    {
        var (mark, before, after) = planted.Sink switch
        {
            "html-text" => ("<p>POSTBODY", "<p>It was ", " who"),
            "html-hidden" => ("<p>POSTBODY", "<p><span hidden>", "</span>"),
            "html-title" => ("<title", "<title data-unit=\"cleanpost\">", "</title><title"),
            "html-comment" => ("<p>POSTBODY", "<p><!-- ", " -->"),
            "html-attribute" => ("<p>POSTBODY", "<p><span title=\"", "\">him</span>"),
            "html-data" => ("<p>POSTBODY", "<p><span data-name=\"", "\">him</span>"),
            "html-meta" => ("</head>", "<meta name=\"author\" content=\"", "\"></head>"),
            "html-id" => ("<p>POSTBODY", "<p><span id=\"", "\">him</span>"),
            "html-class" => ("<p>POSTBODY", "<p><span class=\"", "\">him</span>"),
            "html-href" => ("<p>POSTBODY", "<p><a href=\"https://example.org/?n=", "\">him</a>"),
            "html-src" => ("<p>POSTBODY", "<p><img alt=\"\" src=\"/media/0f0f.png?n=", "\">"),
            "html-structured-data" => ("\"text\":\"", "\"text\":\"", " "),
            "html-unclaimed" => ("<footer class=\"site\">", "<p>", "</p><footer class=\"site\">"),
            "html-textarea" => ("<p>POSTBODY", "<p><textarea>", "</textarea>"),
            "html-template" => ("<p>POSTBODY", "<p><template><p>", "</p></template>"),
            "html-srcdoc" => ("<p>POSTBODY", "<p><iframe srcdoc=\"<p>", "</p>\"></iframe>"),
            "html-data-uri" => ("<p>POSTBODY", "<p><img alt=\"\" src=\"data:text/plain;base64,", "\">"),
            _ => throw new ArgumentOutOfRangeException(nameof(planted), planted.Sink, "No such sink of a page."),
        };
        return Replace(_page, mark, planted, before, after);
    }

    private byte[] Feed(LeakCase planted)
    {
        var (mark, before, after) = planted.Sink switch
        {
            "feed-title" => ("<title>Comments", "<title>", " Comments"),
            "feed-author" => ("<author><name>", "<author><name>", " "),
            "feed-content" => ("<content type=\"html\">", "<content type=\"html\">", " "),
            "feed-category" => ("<author>", "<category term=\"", "\"/><author>"),
            "feed-link" => ("<author>", "<link rel=\"related\" href=\"https://example.org/", "\"/><author>"),
            "feed-comment" => ("<entry>", "<!-- ", " --><entry>"),
            "feed-head" => ("<entry>", "<subtitle>", "</subtitle><entry>"),
            _ => throw new ArgumentOutOfRangeException(nameof(planted), planted.Sink, "No such sink of a feed."),
        };
        return Replace(_feed, mark, planted, before, after);
    }

    private void PutPage(LeakCase planted) => Put($"2026/01/{LeakInput.PostOf(planted)}.html", Encoding.UTF8.GetBytes(Own(_page, planted)));

    private static string Own(string text, LeakCase planted) => text
        .Replace("cleanpost", LeakInput.PostOf(planted), StringComparison.Ordinal)
        .Replace("cleancomment", LeakInput.CommentOf(planted), StringComparison.Ordinal)
        .Replace("cleanpage", LeakInput.PostOf(planted), StringComparison.Ordinal);

    private static byte[] Replace(string text, string mark, LeakCase planted, string before, string after)
    {
        var own = Own(text, planted);
        var at = own.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"The written file has no place for {planted.Sink}.");
        }

        return
        [
            .. Encoding.UTF8.GetBytes(own[..at] + before.Replace("cleanpost", LeakInput.PostOf(planted), StringComparison.Ordinal)), .. planted.Payload, .. Encoding.UTF8.GetBytes(after + own[(at + mark.Length)..]),
        ];
    }

    private void Wrap(string path, LeakCase planted, string before, string after) =>
        Put(path, [.. Encoding.UTF8.GetBytes(before), .. planted.Payload, .. Encoding.UTF8.GetBytes(after)]);

    private void Append(string path, LeakCase planted, string before, string after)
    {
        var full = Path.Combine(site, path);
        byte[] old = File.Exists(full) ? File.ReadAllBytes(full) : [];
        Put(path, [.. old, .. Encoding.UTF8.GetBytes(before), .. planted.Payload, .. Encoding.UTF8.GetBytes(after)]);
    }

    private void Insert(string path, string mark, LeakCase planted, string before, string after)
    {
        var old = File.ReadAllBytes(Path.Combine(site, path));
        var at = old.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark));
        Put(path, [.. old[..at], .. Encoding.UTF8.GetBytes(before), .. planted.Payload, .. Encoding.UTF8.GetBytes(after), .. old[(at + mark.Length)..]]);
    }

    private void Put(string path, byte[] bytes)
    {
        var full = Path.Combine(site, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!); // not null: a combined path has a folder
        File.Delete(full); // a written file may be a link to a published one
        File.WriteAllBytes(full, bytes);
    }
}
