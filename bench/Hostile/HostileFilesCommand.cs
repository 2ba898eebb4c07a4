using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Blog.Bench.Reliability;
using Blog.Html;
using Blog.Import;
using Blog.Source;
using NodaTime;

namespace Blog.Bench.Hostile;

/// <summary>
/// Reads every hostile file, each in a process of its own, and says what each kind came to: read or refused, the longest it took, the most memory, and (where strace is to be had) how many sockets were made and
/// files written.
/// </summary>
internal static class HostileFilesCommand
{
    private const string One = "--one";

    private static readonly string[] Folders = ["xml", "zip", "yaml", "encoding", "markdown", "blns"];

    /// <summary>Arguments: HOSTILE, the folder of the corpora.</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        if (args is [One, var kind, var path])
        {
            return ReadOne(kind, path);
        }

        if (args.Count == 0)
        {
            Console.Error.WriteLine("Usage: hostile-files HOSTILE [folder ...]");
            return 2;
        }

        string[] self = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Blog.Bench.dll"), "hostile-files", One];
        var work = Directory.CreateTempSubdirectory("blog-hostile-files-").FullName;
        var wrong = false;
        Console.WriteLine("| corpus | files | read | refused | slowest, ms | most memory, MB | sockets | files written |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var folder in args.Count > 1 ? args.Skip(1) : Folders)
        {
            var (read, refused, slowest, most, sockets, written) = (0, 0, (Ms: 0.0, Name: string.Empty), (Mb: 0L, Name: string.Empty), 0, 0);
            var files = Directory.EnumerateFiles(Path.Combine(args[0], folder)).Where(file => !file.EndsWith("ftfy-cases.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            files = folder == "markdown" ? [.. files.SelectMany(Cases)] : files;
            foreach (var file in files)
            {
                var run = ChildRun.Of(work, [.. self, folder, file]);
                if (run.ExitCode != 0 || run.Output.Trim().Split('\t') is not [var outcome, var ms, var mb])
                {
                    Console.WriteLine($"{folder}/{Path.GetFileName(file)}: ends with {run.ExitCode}: {run.Error}");
                    wrong = true;
                    continue;
                }

                (read, refused) = outcome == "read" ? (read + 1, refused) : (read, refused + 1);
                var (took, megabytes) = (double.Parse(ms, CultureInfo.InvariantCulture), long.Parse(mb, CultureInfo.InvariantCulture));
                slowest = took > slowest.Ms ? (took, Path.GetFileName(file)) : slowest;
                most = megabytes > most.Mb ? (megabytes, Path.GetFileName(file)) : most;
                if (Strace.WhyNot() is null)
                {
                    var log = Path.Combine(work, "calls");
                    ChildRun.Of(work, ["strace", "-f", "-qq", "-o", log, "-e", "trace=socket,open,openat,creat,mkdir,mkdirat,rename,renameat2,link,symlink", .. self, folder, file]);
                    var calls = File.ReadAllLines(log);
                    sockets += calls.Count(call => call.Contains("AF_INET", StringComparison.Ordinal));
                    written += calls.Count(call => (call.Contains("O_CREAT", StringComparison.Ordinal) || call.Contains("mkdir", StringComparison.Ordinal) || call.Contains("link(", StringComparison.Ordinal)) && !call.Contains(" = -1", StringComparison.Ordinal)
                        && !call.Contains("\"/dev/", StringComparison.Ordinal) && !call.Contains("/memfd:", StringComparison.Ordinal) && !call.Contains(".dotnet", StringComparison.Ordinal));
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {folder} | {files.Count} | {read} | {refused} | {slowest.Ms:0} ({slowest.Name}) | {most.Mb} ({most.Name}) | {sockets} | {written} |"));
            wrong |= slowest.Ms > 5_000 || most.Mb > 300 || sockets > 0 || written > 0;
        }

        Directory.Delete(work, recursive: true);
        return wrong ? 1 : 0;
    }

    private static int ReadOne(string kind, string path)
    {
        var watch = Stopwatch.StartNew();
        var slowest = TimeSpan.Zero;
        var read = kind switch
        {
            "yaml" => Settings(path) | Import(path),
            "markdown" => Case(path, ref slowest),
            "blns" => Each(path, Whole, ref slowest),
            _ => Import(path),
        };
        var took = slowest > TimeSpan.Zero ? slowest : watch.Elapsed;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(read ? "read" : "refused")}\t{took.TotalMilliseconds:0.0}\t{process.PeakWorkingSet64 >> 20}"));
        return 0;
    }

    private static bool Import(string path)
    {
        try
        {
            foreach (var job in Importers.Open(path, DateTimeZone.Utc).Jobs)
            {
                foreach (var _ in job.Read())
                {
                    // Counted by the ledger.
                }

                if (!job.Ledger.Balances)
                {
                    throw new InvalidOperationException("The account does not balance.");
                }
            }

            return true;
        }
        catch (ImportException)
        {
            return false;
        }
    }

    private static bool Settings(string path)
    {
        try
        {
            SettingsReader.Read(File.ReadAllBytes(path), "site.yml");
            return true;
        }
        catch (SourceException)
        {
            return false;
        }
    }

    /// <summary>The texts of a JSON file, each to be read in a process of its own: the file, a hash sign, the number.</summary>
    private static IEnumerable<string> Cases(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return [.. Enumerable.Range(0, file.RootElement.GetArrayLength()).Select(number => string.Create(CultureInfo.InvariantCulture, $"{path}#{number}"))];
    }

    /// <summary>One of them, as the text of a post.</summary>
    private static bool Case(string name, ref TimeSpan slowest)
    {
        var hash = name.LastIndexOf('#');
        using var file = JsonDocument.Parse(File.ReadAllText(name[..hash]));
        var text = PythonText.Evaluate(file.RootElement[int.Parse(name[(hash + 1)..], CultureInfo.InvariantCulture)].GetProperty("python").GetString()!); // not null: the file holds strings
        var watch = Stopwatch.StartNew();
        MarkdownRenderer.Render(text, new MarkdownContext { Place = MarkdownPlace.Post });
        slowest = watch.Elapsed;
        return true;
    }

    /// <summary>Each text of a JSON file, by itself.</summary>
    private static bool Each(string path, Action<string> read, ref TimeSpan slowest)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var item in file.RootElement.EnumerateArray())
        {
            var text = item.GetString()!; // not null: the file holds strings
            var watch = Stopwatch.StartNew();
            read(text);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
        }

        return true;
    }

    /// <summary>A text as the body of a comment, from its export to its page.</summary>
    private static void Whole(string text) =>
        MarkdownRenderer.Render(new HtmlToMarkdown().Convert(new RawHtml(text), HtmlContext.Comment).Markdown, new MarkdownContext { Place = MarkdownPlace.Comment });
}
