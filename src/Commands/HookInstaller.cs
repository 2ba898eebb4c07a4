using System.Text;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Puts hooks of ours into a blog's own git repository; leaves those of anybody else alone.</summary>
internal static class HookInstaller
{
    /// <summary>The second line of every hook of ours, by which it is known again.</summary>
    public const string Mark = "# Installed by Subrosa; a newer version replaces it.";

    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Puts a hook in place.</summary>
    /// <param name="repository">Folder of the working tree.</param>
    /// <param name="hook">Git's name of the hook, e.g. <c>pre-commit</c>.</param>
    /// <param name="script">The script for <c>sh</c> without its first line.</param>
    /// <param name="problem">Why it was not put there and what to do; null where it was.</param>
    /// <returns>Whether it stands there now.</returns>
    public static bool TryInstall(string repository, string hook, string script, out string? problem)
    {
        if (!GitProgram.TryRun(repository, out var folder, "rev-parse", "--git-path", "hooks") || folder.Length == 0)
        {
            problem = $"git does not say where the hooks of {repository} lie, so {hook} was not installed.";
            return false;
        }

        var hooks = Path.GetFullPath(folder, Path.GetFullPath(repository));
        if (GitProgram.TryRun(repository, out var shared, "config", "--get", "core.hooksPath"))
        {
            problem = $"Your git takes hooks from {shared} (core.hooksPath), which other repositories may share, so {hook} was not installed there. Give this repository its own: git -C {repository} config core.hooksPath .git/hooks, then run \"vault init\" again.";
            return false;
        }

        var path = Path.Combine(hooks, hook);
        if (File.Exists(path) && !File.ReadAllText(path).Contains(Mark, StringComparison.Ordinal))
        {
            problem = $"There is a hook {path} of your own, which was left as it is, so ours was not installed. Call ours from it, or move it away and run \"vault init\" again.";
            return false;
        }

        Directory.CreateDirectory(hooks);
        DurableFile.Write(path, Encoding.UTF8.GetBytes($"#!/bin/sh\n{Mark}\n{script}"), Executable);
        problem = null;
        return true;
    }
}
