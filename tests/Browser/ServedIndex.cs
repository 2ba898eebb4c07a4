using System.Text;
using Blog.Search.Index;
using Blog.Site.Scripts;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>An index of given pages in a folder of its own, served with the joined script, a page on it, and the program's reader of the same files.</summary>
internal sealed class ServedIndex : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private StaticSite? _server;
    private IBrowserContext? _context;

    public IndexReader Index { get; private set; } = null!; // set by StartAsync

    public IPage Page { get; private set; } = null!; // set by StartAsync

    public static async Task<ServedIndex> StartAsync(SampleSite site, IReadOnlyDictionary<string, byte[]> pages, IReadOnlyDictionary<string, string> glossary)
    {
        var served = new ServedIndex();
        IndexBuilder.Build([.. pages.Keys], path => new MemoryStream(pages[path]), served.Write, glossary, 2, CancellationToken.None);
        served.Write("engine.js", ScriptBundle.Search());
        served.Write("index.html", Encoding.UTF8.GetBytes("<!doctype html><title>Search</title>"));
        served.Index = new IndexReader(path => File.ReadAllBytes(served._folder.File(path)));
        served._server = await StaticSite.StartAsync(served._folder.Root);
        served._context = await site.Browser.NewContextAsync();
        served.Page = await served._context.NewPageAsync();
        await served.Page.GotoAsync(served._server.Address + "/");
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Paths of the files in a folder of the index.</summary>
    public IEnumerable<string> FilesOf(string folder) =>
        folder.Length == 0 ? [] : Directory.EnumerateFiles(_folder.File(IndexFormat.Folder + folder)).Select(file => $"{IndexFormat.Folder}{folder}/{Path.GetFileName(file)}");

    /// <summary>Bytes of a file as it lies on the disk.</summary>
    public long LengthOf(string path) => new FileInfo(_folder.File(path)).Length;

    private void Write(string path, byte[] bytes)
    {
        var target = _folder.File(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // not null: below the folder
        File.WriteAllBytes(target, bytes);
    }
}
