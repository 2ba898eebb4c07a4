using System.Diagnostics;

namespace Blog.Bench.Reliability;

/// <summary>One run of a program to its end, or until it is killed.</summary>
/// <param name="ExitCode">Its exit code; 137 after SIGKILL.</param>
/// <param name="Output">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
/// <param name="Elapsed">How long it lived.</param>
internal sealed record ChildRun(int ExitCode, string Output, string Error, TimeSpan Elapsed)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs it.</summary>
    /// <param name="folder">Its working folder, in which <c>vault</c> is the private store.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="killAfter">When to kill it without warning; null for not at all.</param>
    public static ChildRun Of(string folder, IReadOnlyList<string> command, TimeSpan? killAfter = null)
    {
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["BLOG_VAULT"] = Path.Combine(folder, "vault");
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // no pipes and sockets of the runtime's own in the shared temporary folder
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!; // not null: a new process is started
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(killAfter ?? Limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            if (killAfter is null)
            {
                throw new TimeoutException($"\"{string.Join(' ', command)}\" did not end within {Limit.TotalMinutes} minutes.");
            }
        }

        var elapsed = watch.Elapsed;
        return new ChildRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult(), elapsed);
    }
}
