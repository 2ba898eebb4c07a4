using System.Diagnostics;
using System.Globalization;
using Blog.Search.Index;

namespace Blog.Bench.Search;

/// <summary>Makes the search index of a built site into a folder and says what it costs: CPU seconds, files and bytes by kind.</summary>
internal static class IndexCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2 || !Directory.Exists(arguments[0]))
        {
            Console.Error.WriteLine("Use: search-index SITE FOLDER: the folder is made anew.");
            return 2;
        }

        var site = Path.GetFullPath(arguments[0]);
        var folder = Path.GetFullPath(arguments[1]);
        var pages = OracleUnits.Pages(site);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var report = IndexBuilder.Build(pages, path => File.OpenRead(Path.Combine(site, path)), (path, bytes) => Write(folder, path, bytes),
            new Dictionary<string, string>(StringComparer.Ordinal), Environment.ProcessorCount, CancellationToken.None);
        var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Units:N0} units, {report.Terms:N0} terms: {report.Files:N0} files, {report.Bytes / 1e6:N1} MB; CPU {(process.TotalProcessorTime - before).TotalSeconds:N1} s, wall {watch.Elapsed.TotalSeconds:N1} s, peak {process.PeakWorkingSet64 / 1048576.0:N0} MiB"));
        PrintKinds(folder);
        return 0;
    }

    private static void PrintKinds(string folder)
    {
        var root = IndexRoot.Read(File.ReadAllBytes(Path.Combine(folder, IndexFormat.Root)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"root {new FileInfo(Path.Combine(folder, IndexFormat.Root)).Length:N0} bytes, {root.Classes.Count} classes, spans {string.Join(' ', root.TierSpans)}"));
        List<(string Kind, IReadOnlyList<string> Folders)> kinds =
        [
            ("dictionary", root.DictionaryFolders), ("lists", root.ListFolders), ("post lists", root.PostListFolders), ("positions", root.PositionFolders),
            .. root.ExcerptFolders.Select((folders, tier) => ($"excerpts {tier}", folders)),
            ("classes", root.ClassFolders), ("words", root.WordFolders), ("endings", root.EndingFolders), ("days", root.DayFolders),
        ];
        foreach (var (kind, folders) in kinds)
        {
            var files = folders.Where(name => name.Length > 0).SelectMany(name => new DirectoryInfo(Path.Combine(folder, IndexFormat.Folder, name)).EnumerateFiles()).Select(file => file.Length).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind,-12} {files.Count,6:N0} files {files.Sum() / 1e6,8:N2} MB, median {(files.Count == 0 ? 0 : files[files.Count / 2]),7:N0}, largest {(files.Count == 0 ? 0 : files[^1]),7:N0}"));
        }
    }

    private static void Write(string folder, string path, byte[] bytes)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // not null: below the folder
        File.WriteAllBytes(target, bytes);
    }
}
