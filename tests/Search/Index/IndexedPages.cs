using System.Globalization;
using System.Net;
using System.Text;
using Blog.Search.Index;
using Blog.Search.Units;

namespace Blog.Tests.Search.Index;

/// <summary>Invented pages of a site and the index made of them, in memory.</summary>
internal sealed class IndexedPages
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Files of the site by path, index included once it is made.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Adds a post with comments; each is a text of words, dated a day after the one before.</summary>
    public IndexedPages Add(string name, string title, string text, params string[] comments)
    {
        var number = _files.Count;
        var page = new StringBuilder("<!doctype html><html><head></head><body><main><article class=\"h-entry\" data-unit=\"");
        page.Append(CultureInfo.InvariantCulture, $"post-{name}\"><h1 class=\"{(title.Length == 0 ? "untitled" : "p-name")}\">{Escape(title.Length == 0 ? "Untitled" : title)}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"meta\"><span class=\"p-author h-card\">Old Trimmer</span><time class=\"dt-published\" datetime=\"{2010 + (number % 10)}-0{1 + (number % 9)}-10\">x</time></p>");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"e-content\"><div class=\"post\"><p>{Escape(text)}</p></div></div><ul><li><a class=\"p-category\" rel=\"tag\" href=\"/l\">Label {number % 3}</a></li></ul>");
        for (var i = 0; i < comments.Length; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li id=\"c{name}{i}\" class=\"comment\"><article class=\"u-comment h-cite\" data-unit=\"{name}{i}\"><h3><a class=\"num u-url\" href=\"#\">{i + 1}</a> <span class=\"p-author h-card\">Fleecy Anvil{i % 4}</span></h3>");
            page.Append(CultureInfo.InvariantCulture, $"<time class=\"dt-published\" datetime=\"{2010 + (number % 10)}-0{1 + (number % 9)}-{11 + (i % 18)}\">x</time><div class=\"e-content\"><div class=\"body\"><p>{Escape(comments[i])}</p></div></div></article></li>");
        }

        _files.Add($"{2010 + (number % 10)}/{name}.html", Encoding.UTF8.GetBytes(page.Append("</article></main></body></html>").ToString()));
        return this;
    }

    /// <summary>The units in the order of the index.</summary>
    public IReadOnlyList<PageUnit> Units() =>
    [
        .. _files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).SelectMany(file => new UnitReader().Read(file.Key, file.Value)?.Units ?? [])
            .OrderBy(unit => unit.Date, StringComparer.Ordinal).ThenBy(unit => unit.Id, StringComparer.Ordinal),
    ];

    /// <summary>Writes all files into a folder.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (path, bytes) in _files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // not null: below the folder
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Changes a file.</summary>
    public void Change(string path, byte[] bytes) => _files[path] = bytes;

    /// <summary>Makes the index.</summary>
    public IndexReader Index(int parallelism = 2, IReadOnlyDictionary<string, string>? glossary = null)
    {
        var written = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var pages = _files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        IndexBuilder.Build(pages, path => new MemoryStream(_files[path]), written.Add, glossary ?? new Dictionary<string, string>(StringComparer.Ordinal), parallelism, CancellationToken.None);
        foreach (var (path, bytes) in written)
        {
            _files[path] = bytes;
        }

        return new IndexReader(path => _files[path]);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("&lt;mark&gt;", "<span class=\"redacted\" data-kind=\"place\">[place]</span>", StringComparison.Ordinal);
}
