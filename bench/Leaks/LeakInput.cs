using System.Text;
using System.Text.Json;

namespace Blog.Bench.Leaks;

/// <summary>Writes a blog whose posts, comments, pages and settings hold the secrets of the sinks in <c>input/</c>, and one clean post that written sinks copy.</summary>
internal static class LeakInput
{
    /// <summary>The public id of the post that belongs to a case.</summary>
    public static string PostOf(LeakCase planted) => "leak-" + planted.Number;

    /// <summary>The public id of the comment that belongs to a case.</summary>
    public static string CommentOf(LeakCase planted) => "c-leak-" + planted.Number;

    /// <summary>Whether a sink is a place in <c>input/</c>.</summary>
    public static bool IsInput(string sink) =>
        sink.StartsWith("post-", StringComparison.Ordinal) || sink.StartsWith("comment-", StringComparison.Ordinal) ||
        sink.StartsWith("page-", StringComparison.Ordinal) || sink.StartsWith("site-", StringComparison.Ordinal);

    /// <summary>The unit of a case's place.</summary>
    public static string UnitOf(LeakCase planted) => planted.Sink.StartsWith("comment-", StringComparison.Ordinal) || planted.Sink.StartsWith("feed-", StringComparison.Ordinal)
        ? CommentOf(planted) : PostOf(planted);

    /// <summary>Writes everything below a blog's folder.</summary>
    public static void Write(string blog, IReadOnlyList<LeakCase> cases)
    {
        string All(string sink) => string.Join("; ", cases.Where(planted => planted.Sink == sink).Select(planted => planted.Text));
        Put(blog, "site.yml", $"title: The Example Review\naddress: https://example.org\ndescription: {Quoted("Notes. " + All("site-description"))}\neditor: {Quoted("The editor " + All("site-editor"))}\n");
        File.WriteAllBytes(Put(blog, $"media/{LeakPictures.Clean}", string.Empty), LeakPictures.Png());
        PutPost(blog, "cleanpost", "title: A clean post\nurl: /2026/01/cleanpage.html", "POSTBODY stands here.", "cleancomment", "Amber Heron", "A clean comment.");
        foreach (var planted in cases.Where(planted => IsInput(planted.Sink)))
        {
            Write(blog, planted);
        }
    }

    private static void Write(string blog, LeakCase planted)
    {
        var text = planted.Text;
        var name = PostOf(planted);
        var title = planted.Sink == "post-title" ? Quoted("About " + text + " and others") : Quoted("Post " + planted.Number);
        var url = planted.Sink == "post-url" ? $"/2026/01/{text}.html" : $"/2026/01/{name}.html";
        var head = new StringBuilder($"title: {title}\nurl: {url}");
        head.Append(planted.Sink switch
        {
            "post-summary" => $"\nsummary: {Quoted("In which " + text + " comes by")}",
            "post-label" => $"\nlabels: [{Quoted(text)}]",
            "post-series" => $"\nseries:\n  name: {Quoted("Walks with " + text)}\n  number: 3",
            "post-author" => $"\nauthor: {Quoted(text)}",
            _ => string.Empty,
        });
        if (planted.Sink.StartsWith("site-", StringComparison.Ordinal))
        {
            return;
        }

        if (planted.Sink.StartsWith("page-", StringComparison.Ordinal))
        {
            var pageTitle = planted.Sink == "page-title" ? Quoted("Page of " + text) : Quoted("Page " + planted.Number);
            Put(blog, $"pages/{name}.md", $"---\nid: {name}\ntitle: {pageTitle}\nurl: /p/{name}.html\nprovenance: editor\n---\n\nIt was {(planted.Sink == "page-body" ? text : "somebody")} who said so.\n");
            return;
        }

        var comment = planted.Sink switch
        {
            "comment-body" => $"It was {text} who said so.",
            "comment-link" => $"See [there](https://example.org/{text}/x).",
            _ => "A comment.",
        };
        PutPost(blog, name, head.ToString(), BodyOf(planted, text), CommentOf(planted), planted.Sink == "comment-author" ? text : "Amber Heron", comment);
    }

    private static string BodyOf(LeakCase planted, string text) => planted.Sink switch
    {
        "post-body" => $"It was {text} who said so.",
        "post-heading" => $"## About {text} and others\n\nMore.",
        "post-quote" => $"> So {text} said.\n\nMore.",
        "post-list" => $"- one\n- {text} came\n- three",
        "post-table" => $"| a | b |\n|---|---|\n| one | {text} |\n",
        "post-code" => $"```\nsend {text} home\n```",
        "post-link-text" => $"See [what {text} said](https://example.org/x).",
        "post-link" => $"See [there](https://example.org/{text}/x).",
        "post-link-title" => $"See [there](https://example.org/x \"of {text} too\").",
        "post-image-alt" => $"![{text} at work](/media/{LeakPictures.Clean})",
        _ => "A harbour.",
    };

    private static void PutPost(string blog, string id, string head, string body, string comment, string author, string commentBody)
    {
        Put(blog, $"posts/{id}.md", $"---\nid: {id}\ndate: 2026-01-02\nprovenance: editor\n{head}\n---\n\n{body}\n");
        Put(blog, $"posts/{id}.thread.md", $"thread: {id}\nformat: 1\n\n--- comment\nid: {comment}\nnumber: 1\nauthor: {author}\nstate: published\n\n{commentBody}\n");
    }

    private static string Put(string blog, string path, string text)
    {
        var full = Path.Combine(blog, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!); // not null: a combined path has a folder
        File.WriteAllText(full, text);
        return full;
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text); // JSON's strings are YAML's too
}
