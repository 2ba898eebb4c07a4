using Blog.Bench.Reliability;

namespace Blog.Bench.Hostile;

/// <summary>Takes payloads the whole way, by the program itself: init, import, release as it was, build.</summary>
internal static class HostileBlog
{
    /// <summary>Builds the site.</summary>
    /// <param name="folder">An empty folder to work in.</param>
    /// <param name="program">The program's command line without arguments.</param>
    /// <param name="export">The export.</param>
    /// <returns>The folder of the site.</returns>
    /// <exception cref="InvalidOperationException">A verb fails, or repeats a payload on the terminal.</exception>
    public static string Build(string folder, IReadOnlyList<string> program, string export)
    {
        var file = Path.Combine(folder, "\"><img src=x onerror=alert(1)>'.xml");
        File.WriteAllText(file, export);
        return BuildOf(folder, program, file);
    }

    /// <summary>As <see cref="Build"/>, of a file or folder that is there.</summary>
    public static string BuildOf(string folder, IReadOnlyList<string> program, string file)
    {
        Run(folder, program, "init", "blog", "--title", "\"><script>alert(1)</script>", "--address", "https://archive.example", "--no-git");
        KeepAll(Path.Combine(folder, "blog", "input", "site.yml"));
        Run(folder, program, "import", file, "--blog", "blog");
        Run(folder, program, "release", "--blog", "blog", "--as-it-was", "--yes");
        Run(folder, program, "build", "--blog", "blog", "--as-of", "2026-11-21");
        return Path.Combine(folder, "blog", "output");
    }

    /// <summary>Names, times and ids as the old page had them: the strictest policies would hide what is tried, and make ids anew.</summary>
    public static void KeepAll(string settings)
    {
        var text = File.ReadAllText(settings);
        var start = text.IndexOf("anonymity:", StringComparison.Ordinal);
        if (start >= 0)
        {
            var end = start + "anonymity:".Length;
            while (end < text.Length && (text[end] is '\r' or '\n') && end + 1 < text.Length && text[end + 1] is ' ' or '#')
            {
                end = text.IndexOf('\n', end + 1) is var next && next < 0 ? text.Length : next;
            }

            text = text[..start] + text[Math.Min(end + 1, text.Length)..];
        }

        File.WriteAllText(settings, text.TrimEnd('\n') + "\nanonymity:\n  commenters: keep\n  times: minute\n  oldIds: keep\n  legacyMasks: keep\n  citedTimes: keep\n");
    }

    private static void Run(string folder, IReadOnlyList<string> program, params string[] arguments)
    {
        var run = ChildRun.Of(folder, [.. program, .. arguments]);
        if (run.ExitCode != 0 && !(arguments[0] == "import" && run.ExitCode == 1))
        {
            throw new InvalidOperationException($"{arguments[0]} ends with {run.ExitCode}: {run.Output} {run.Error}");
        }

        if ((run.Output + run.Error).Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            throw new InvalidOperationException($"{arguments[0]} writes control characters of the source to the terminal.");
        }
    }
}
