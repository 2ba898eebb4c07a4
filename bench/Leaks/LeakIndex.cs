using System.IO.Compression;
using System.Net;
using System.Text;
using Blog.Gate;
using Blog.Search.Index;
using Blog.Site;
using Blog.Source;

namespace Blog.Bench.Leaks;

/// <summary>Plants secrets in the search index of a small site whose pages are clean, one case at a time, and asks the safety check whether the index is whole.</summary>
/// <remarks>
/// Most are planted as a writer would leak them: the index of pages that still hold the words gives one kind of its files to the index of the clean pages. The others stand
/// where no reader of the index looks: entries without units, files behind the last, bytes behind a file's content.
/// </remarks>
internal sealed class LeakIndex : IDisposable
{
    private const string Page = "2026/01/harbour.html";

    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly string _blog;
    private readonly Dictionary<string, byte[]> _pages;
    private readonly Dictionary<string, byte[]> _index;
    private readonly IndexRoot _root;
    private readonly StagingFolder _staging;

    private LeakIndex(StagingFolder staging, string blog)
    {
        _blog = blog;
        _staging = staging;
        _pages = Directory.EnumerateFiles(staging.Path, "*.html", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(staging.Path, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        _index = Build(_pages);
        _root = IndexRoot.Read(_index[IndexFormat.Root]);
    }

    /// <summary>Whether a sink is a place of the index.</summary>
    public static bool IsIndex(string sink) => sink.StartsWith("index-", StringComparison.Ordinal);

    /// <summary>Builds the clean site.</summary>
    /// <exception cref="InvalidOperationException">The check finds something in its clean index.</exception>
    public static async Task<LeakIndex> MakeAsync()
    {
        var blog = Directory.CreateTempSubdirectory("subrosa-leaks-index-").FullName;
        Put(blog, "site.yml", "title: The Example Review\naddress: https://example.org\nglossary:\n  HB: Harbour board\n");
        Put(blog, "posts/harbour.md", "---\nid: harbour\ndate: 2026-01-02\nprovenance: editor\ntitle: Titleword of lamps\nurl: /2026/01/harbour.html\nauthor: Authorword\nlabels: [Labelword]\nseries:\n  name: Seriesword\n  number: 3\n---\n\nIt was Bodyword who said so.\n");
        Put(blog, "posts/harbour.thread.md", "thread: harbour\nformat: 1\n\n--- comment\nid: c1\nnumber: 1\nauthor: Heronword\nstate: published\n\nIt was Commentword there.\n");
        Put(blog, "posts/tides.md", "---\nid: tides\ndate: 2026-02-03\nprovenance: editor\ntitle: Tides\nurl: /2026/02/tides.html\n---\n\nOut and in again.\n");
        var folder = new BlogFolder(blog);
        var staging = StagingFolder.Begin(folder, Day);
        await SiteBuilder.BuildAsync(new BuildRequest(folder, new BlogReader(folder).ReadSettings(), Day, Environment.ProcessorCount, Durable: false), staging, new Progress<BuildStep>(), CancellationToken.None);
        var site = new LeakIndex(staging, blog);
        return site.Check(site._index, SecretSet.None).Count == 0 ? site : throw new InvalidOperationException("The clean index is not clean.");
    }

    /// <summary>The cases of those given that the check does not find.</summary>
    public IReadOnlyList<LeakCase> Escaped(IEnumerable<LeakCase> cases)
    {
        var escaped = new List<LeakCase>();
        foreach (var planted in cases)
        {
            var files = new Dictionary<string, byte[]>(_index, StringComparer.Ordinal);
            Plant(planted, files);
            if (files.Count == _index.Count && files.All(file => _index.TryGetValue(file.Key, out var clean) && clean.AsSpan().SequenceEqual(file.Value)))
            {
                throw new InvalidOperationException($"Case {planted.Number} was not planted: {planted.Sink} has no place for it.");
            }

            var secrets = SecretSet.Of([new Secret(planted.Number, planted.Secret, SecretScope.Everywhere)]);
            if (Check(files, secrets).Count == 0)
            {
                escaped.Add(planted);
            }
        }

        return escaped;
    }

    public void Dispose()
    {
        _staging.Dispose();
        Directory.Delete(_blog, recursive: true);
    }

    private void Plant(LeakCase planted, Dictionary<string, byte[]> files)
    {
        var text = planted.Text;
        var dictionary = PathOf(_root.DictionaryFolders, 0);
        var days = PathOf(_root.DayFolders, 0);
        var classes = PathOf(_root.ClassFolders, 0);
        switch (planted.Sink)
        {
            case "index-term":
                Take(files, Build(With("Bodyword", text)), root => root.DictionaryFolders);
                break;
            case "index-comment-term":
                Take(files, Build(With("Commentword", text)), root => root.DictionaryFolders);
                break;
            case "index-title-term":
                Take(files, Build(With("Titleword", text)), root => root.DictionaryFolders);
                break;
            case "index-author":
                Take(files, Build(With("Authorword", text)), root => root.DictionaryFolders);
                break;
            case "index-commenter":
                Take(files, Build(With("Heronword", text)), root => root.DictionaryFolders);
                break;
            case "index-label":
                Take(files, Build(With("Labelword", text)), root => root.DictionaryFolders);
                break;
            case "index-series":
                Take(files, Build(With("Seriesword", text)), root => root.DictionaryFolders);
                break;
            case "index-thread":
                Take(files, Build(Renamed(text)), root => root.DictionaryFolders);
                break;
            case "index-words":
                Take(files, Build(With("Bodyword", text)), root => root.WordFolders);
                break;
            case "index-endings":
                Take(files, Build(With("Bodyword", text)), root => root.EndingFolders);
                break;
            case "index-excerpt-text":
                TakeExcerpts(files, With("Bodyword", text));
                break;
            case "index-excerpt-title":
                TakeExcerpts(files, With("Titleword", text));
                break;
            case "index-excerpt-author":
                TakeExcerpts(files, With("Heronword", text));
                break;
            case "index-excerpt-path":
                TakeExcerpts(files, Renamed(text));
                break;
            case var sink when sink.StartsWith("index-key-", StringComparison.Ordinal):
                files[dictionary] = Pack(WithEntry(ShardFolders.Unpack(files[dictionary]), Encoding.UTF8.GetBytes(sink[^1] + text), sink[^1] switch { FieldKey.Text => [0, 0, 0, 0], FieldKey.Capitals => [0], _ => [0, 0] }));
                break;
            case "index-surface":
                byte[] surface = [0, .. Number(planted.Payload.Length), .. planted.Payload, 0, 0];
                files[dictionary] = Pack(WithEntry(ShardFolders.Unpack(files[dictionary]), "tharbour"u8, surface));
                break;
            case "index-dictionary-file":
                files[PathOf(_root.DictionaryFolders, 63)] = Pack(planted.Payload);
                break;
            case "index-class-file":
                files[PathOf(_root.ClassFolders, 63)] = Pack(planted.Payload);
                break;
            case "index-day-file":
                files[PathOf(_root.DayFolders, 63)] = Pack(planted.Payload);
                break;
            case "index-class-behind":
                files[classes] = Pack([.. ShardFolders.Unpack(files[classes]), .. planted.Payload]);
                break;
            case "index-block-behind":
                files[dictionary] = Pack([.. ShardFolders.Unpack(files[dictionary]), .. planted.Payload]);
                break;
            case "index-packed-behind":
                files[days] = [.. files[days], .. planted.Payload];
                break;
            case "index-packed-name":
                files[days] = [.. files[days][..3], 8, .. files[days][4..10], .. planted.Payload.Where(value => value != 0), 0, .. files[days][10..]];
                break;
            case "index-packed-twice":
                files[days] = [.. files[days], .. Pack(planted.Payload)];
                break;
            case "index-days":
                files[days] = Pack(Inserted(ShardFolders.Unpack(files[days]), "]", "," + Json(text) + "]"));
                break;
            case "index-excerpt-behind":
                var excerpts = FirstExcerpts();
                files[excerpts] = Pack(Inserted(ShardFolders.Unpack(files[excerpts]), "]", ",[" + Json(text) + "]]"));
                break;
            case "index-excerpt-field":
                var fields = FirstExcerpts();
                files[fields] = Pack(Inserted(ShardFolders.Unpack(files[fields]), "]]", "," + Json(text) + "]]"));
                break;
            case "index-excerpt-thread":
                var threads = FirstExcerpts();
                files[threads] = Pack(Inserted(ShardFolders.Unpack(files[threads]), "],[", "," + Json(text) + "," + Json(text) + "],["));
                break;
            case "index-glossary-word":
                files[IndexFormat.Root] = (_root with { Glossary = With(_root.Glossary, text, "Harbour") }).ToBytes();
                break;
            case "index-glossary-meaning":
                files[IndexFormat.Root] = (_root with { Glossary = With(_root.Glossary, "HO", text) }).ToBytes();
                break;
            case "index-months":
                files[IndexFormat.Root] = (_root with { Months = _root.Months.Append(new(text, 1)).ToDictionary(StringComparer.Ordinal) }).ToBytes();
                break;
            case "index-root-keys":
                files[IndexFormat.Root] = (_root with { Keys = ["a" + text, .. _root.Keys.Skip(1)] }).ToBytes();
                break;
            case "index-root-words":
                files[IndexFormat.Root] = (_root with { Words = [text, .. _root.Words.Skip(1)] }).ToBytes();
                break;
            case "index-root-endings":
                files[IndexFormat.Root] = (_root with { Endings = [text, .. _root.Endings.Skip(1)] }).ToBytes();
                break;
            case "index-root-folder":
                files[IndexFormat.Root] = (_root with { ListFolders = [.. _root.ListFolders, text] }).ToBytes();
                break;
            case "index-root-key":
                files[IndexFormat.Root] = Inserted(_index[IndexFormat.Root], "}", $",{Json(text)}:1}}");
                break;
            case "index-root-behind":
                files[IndexFormat.Root] = [.. _index[IndexFormat.Root], (byte)'\n', .. planted.Payload];
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(planted), planted.Sink, "No such sink of the index.");
        }
    }

    private List<GateFinding> Check(Dictionary<string, byte[]> files, SecretSet secrets)
    {
        var folder = Path.Combine(_staging.Path, "search");
        foreach (var shards in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            Directory.Delete(shards, recursive: true);
        }

        foreach (var (path, bytes) in files)
        {
            var full = Path.Combine(_staging.Path, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!); // not null: a combined path has a folder
            File.WriteAllBytes(full, bytes);
        }

        var input = new GateInput { Secrets = secrets, Today = Day, Parallelism = 1, Switches = GateSwitches.All with { Times = false } };
        return [.. SiteGate.Run(StagedSite.Open(_staging.Path, "https://example.org"), input, CancellationToken.None).Findings.Where(finding => finding.Case is not null || finding.Check == "search index")];
    }

    /// <summary>The pages with other words in the place of one.</summary>
    private Dictionary<string, byte[]> With(string word, string text) => _pages.ToDictionary(
        page => page.Key,
        page => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page.Value).Replace(word, WebUtility.HtmlEncode(text), StringComparison.Ordinal)),
        StringComparer.Ordinal);

    private Dictionary<string, byte[]> Renamed(string text)
    {
        var name = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        return _pages.ToDictionary(page => page.Key == Page ? $"2026/01/{name}.html" : page.Key, page => page.Value, StringComparer.Ordinal);
    }

    private static Dictionary<string, byte[]> Build(Dictionary<string, byte[]> pages)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        IndexBuilder.Build([.. pages.Keys.Order(StringComparer.Ordinal)], path => new MemoryStream(pages[path]), files.Add, new Dictionary<string, string>(StringComparer.Ordinal) { ["HB"] = "Harbour board" }, 1, CancellationToken.None);
        return files;
    }

    /// <summary>Takes the files of one kind from another index.</summary>
    private void Take(Dictionary<string, byte[]> files, Dictionary<string, byte[]> other, Func<IndexRoot, IReadOnlyList<string>> kind)
    {
        var (mine, theirs) = (kind(_root), kind(IndexRoot.Read(other[IndexFormat.Root])));
        for (var i = 0; i < mine.Count * IndexFormat.FilesPerFolder; i++)
        {
            if (mine[i / IndexFormat.FilesPerFolder].Length > 0 && other.TryGetValue(PathOf(theirs, i), out var bytes))
            {
                files[PathOf(mine, i)] = bytes;
            }
        }
    }

    private void TakeExcerpts(Dictionary<string, byte[]> files, Dictionary<string, byte[]> pages)
    {
        var other = Build(pages);
        for (var tier = 0; tier < _root.ExcerptFolders.Count; tier++)
        {
            var number = tier;
            Take(files, other, root => root.ExcerptFolders[number]);
        }
    }

    private string FirstExcerpts() => PathOf(_root.ExcerptFolders[0], 0);

    private static string PathOf(IReadOnlyList<string> folders, int index) => ShardFolders.PathOf(folders, index);

    /// <summary>A block of the dictionary with one more entry at its end, which shares nothing with the one before.</summary>
    private static byte[] WithEntry(byte[] block, ReadOnlySpan<byte> key, ReadOnlySpan<byte> rest)
    {
        var cursor = new ByteCursor(block);
        for (var i = 0; i < 4; i++)
        {
            cursor.Number(); // where lists and positions lie
        }

        var places = cursor.At;
        var count = cursor.Number();
        return [.. block[..places], .. Number(count + 1), .. block[cursor.At..], 0, .. Number(key.Length), .. key, .. rest];
    }

    private static byte[] Number(int value)
    {
        var list = new ByteList();
        list.Number(value);
        return list.ToArray();
    }

    private static byte[] Inserted(byte[] json, string mark, string inserted)
    {
        var text = Encoding.UTF8.GetString(json);
        var at = text.LastIndexOf(mark, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..at] + inserted + text[(at + mark.Length)..]);
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> glossary, string word, string meaning) => new(glossary, StringComparer.Ordinal) { [word] = meaning };

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packing.Write(content);
        }

        return packed.ToArray();
    }

    private static void Put(string blog, string path, string text)
    {
        var full = Path.Combine(blog, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!); // not null: a combined path has a folder
        File.WriteAllText(full, text);
    }
}
