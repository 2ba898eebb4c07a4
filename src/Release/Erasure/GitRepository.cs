using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Blog.Vault;

namespace Blog.Release.Erasure;

/// <summary>A git repository on this machine, worked on with the git that is installed, with nothing of the environment and no hook in between.</summary>
public sealed class GitRepository
{
    private static readonly string[] Always = ["-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false"];

    private GitRepository(string root, string folder)
    {
        Root = root;
        Folder = folder;
    }

    /// <summary>Top of its working tree.</summary>
    public string Root { get; }

    /// <summary>Its <c>.git</c> folder.</summary>
    public string Folder { get; }

    /// <summary>The repository in which a folder lies; null where it lies in none, or git is not installed.</summary>
    public static GitRepository? Of(string folder)
    {
        try
        {
            var top = Run(folder, null, "rev-parse", "--show-toplevel");
            var git = Run(folder, null, "rev-parse", "--absolute-git-dir");
            return top.ExitCode == 0 && git.ExitCode == 0 ? new GitRepository(Path.GetFullPath(top.Output), Path.GetFullPath(git.Output)) : null;
        }
        catch (Win32Exception)
        {
            return null; // not installed
        }
    }

    /// <summary>What git prints; empty where it fails.</summary>
    public string Ask(params string[] arguments) => Run(Root, null, arguments) is { ExitCode: 0 } run ? run.Output : string.Empty;

    /// <summary>Lets git do something.</summary>
    /// <exception cref="IOException">It refused; the message is git's own, which names refs and files.</exception>
    public string Do(string? input, params string[] arguments)
    {
        var run = Run(Root, input, arguments);
        return run.ExitCode == 0 ? run.Output : throw new IOException($"git {arguments.First(word => word[0] != '-' && !word.Contains('=', StringComparison.Ordinal))} failed: {run.Error.Trim()}");
    }

    /// <summary>A path below <c>.git</c>.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Starts git with its output open, for what is too much to hold.</summary>
    internal Process Start(params string[] arguments) => Process.Start(Prepare(Root, arguments)) ?? throw new IOException("git could not be started.");

    private static (int ExitCode, string Output, string Error) Run(string folder, string? input, params string[] arguments)
    {
        using var git = Process.Start(Prepare(folder, arguments)) ?? throw new IOException("git could not be started.");
        var errors = git.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            git.StandardInput.Write(input);
        }

        git.StandardInput.Close(); // it must not ask
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return (git.ExitCode, output.TrimEnd('\n', '\r'), errors.GetAwaiter().GetResult());
    }

    private static ProcessStartInfo Prepare(string folder, string[] arguments)
    {
        var start = GitProgram.StartInfo(folder, Always.Concat(arguments));
        start.StandardOutputEncoding = start.StandardInputEncoding = new UTF8Encoding(false);

        // A hook that runs this program sets GIT_DIR and GIT_INDEX_FILE, which would lead elsewhere.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1"; // a replacement would hide the object it stands for
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
