using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Bench.Reliability;

/// <summary>One system call that changes files, as strace wrote it down.</summary>
/// <param name="Thread">Number of the thread that made it.</param>
/// <param name="Name">Name of the call.</param>
/// <param name="Path">The file, or where a call moves one, the file's new place; empty where the call names none.</param>
/// <param name="Ordinal">The how-manieth call of this name in its thread, from 1: what strace counts.</param>
/// <param name="OrdinalOnPath">The how-manieth of its name on this path in its thread, from 1.</param>
/// <param name="Injected">Whether strace let it fail.</param>
internal sealed partial record WriteCall(int Thread, string Name, string Path, int Ordinal, int OrdinalOnPath, bool Injected)
{
    /// <summary>Every call by which a program can change a file or a folder, or make it durable; a name with <c>?</c> is not known on every processor.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "write", "pwrite64", "writev", "pwritev", "pwritev2", "copy_file_range", "sendfile", "fsync", "fdatasync", "syncfs", "sync_file_range", "msync",
        "?rename", "renameat", "renameat2", "?link", "linkat", "?symlink", "symlinkat", "?unlink", "unlinkat", "?mkdir", "mkdirat", "?rmdir",
        "ftruncate", "truncate", "fallocate", "?chmod", "fchmod", "fchmodat", "utimensat",
    ];

    /// <summary>Whether the call makes what was written before durable, or gives a file its name: after each of them something is promised.</summary>
    public bool Commits => Name is "fsync" or "fdatasync" or "syncfs" or "rename" or "renameat" or "renameat2";

    /// <summary>Reads a log; calls on anything outside <paramref name="root"/> (pipes, the runtime's own files) are counted and left out.</summary>
    public static IReadOnlyList<WriteCall> Read(string log, string root)
    {
        var calls = new List<WriteCall>();
        var ordinals = new Dictionary<(int, string, string), int>();
        foreach (var line in File.ReadLines(log))
        {
            var match = Line().Match(line);
            if (!match.Success)
            {
                continue; // the second half of a call that another thread's line cut in two
            }

            var thread = int.Parse(match.Groups["thread"].ValueSpan, CultureInfo.InvariantCulture);
            var name = match.Groups["name"].Value;
            var path = PathOf(match.Groups["rest"].Value);
            var ordinal = Next(ordinals, (thread, name, string.Empty));
            var onPath = Next(ordinals, (thread, name, path));
            if (path.StartsWith(root + "/", StringComparison.Ordinal))
            {
                calls.Add(new WriteCall(thread, name, path, ordinal, onPath, line.EndsWith("(INJECTED)", StringComparison.Ordinal)));
            }
        }

        return calls;
    }

    /// <summary>What the file is to the program, without names that change from run to run.</summary>
    public string Role(string root)
    {
        var path = System.IO.Path.GetRelativePath(root, Path);
        var name = System.IO.Path.GetFileName(path);
        return path switch
        {
            "vault" => "store's folder",
            "vault/vault.db" => "store",
            "vault/vault.db-wal" => "store's log",
            "vault/vault.db-shm" => "store's index",
            _ when path.StartsWith("vault/", StringComparison.Ordinal) => "other file beside the store",
            _ when path.StartsWith("blog/input", StringComparison.Ordinal) => Kind(name) + " of input/",
            _ when path.StartsWith("blog/.build", StringComparison.Ordinal) => path.Split('/').Length > 3 ? "file of the new site" : name.Contains(".manifest", StringComparison.Ordinal) ? "manifest" : "working folder",
            _ when path.StartsWith("blog/output", StringComparison.Ordinal) => path == "blog/output" ? "output/" : "file of output/",
            _ => "blog folder",
        };
    }

    private static string Kind(string name) => name.EndsWith(".tmp", StringComparison.Ordinal) ? "new file" : System.IO.Path.HasExtension(name) ? "file" : "folder";

    private static string PathOf(string rest)
    {
        var descriptor = Descriptor().Match(rest);
        return descriptor.Success ? descriptor.Groups["path"].Value : Quoted().Matches(rest).LastOrDefault()?.Groups["path"].Value ?? string.Empty;
    }

    private static int Next(Dictionary<(int, string, string), int> ordinals, (int, string, string) key)
    {
        var next = ordinals.GetValueOrDefault(key) + 1;
        ordinals[key] = next;
        return next;
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>[a-z0-9_]+)\((?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\d+<(?<path>[^>]*)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Descriptor();

    [GeneratedRegex(@"""(?<path>[^""]*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
