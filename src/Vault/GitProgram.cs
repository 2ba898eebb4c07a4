using System.ComponentModel;
using System.Diagnostics;

namespace Blog.Vault;

/// <summary>Runs the git that is installed on this machine.</summary>
public static class GitProgram
{
    /// <summary>How git is started: in a folder, without a shell, with all its streams in this program's hands.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    public static ProcessStartInfo StartInfo(string folder, params IEnumerable<string> arguments) => new("git", arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>Runs git in a folder; false where it is not installed or ended with an error.</summary>
    /// <param name="folder">Working folder.</param>
    /// <param name="output">What it printed, without the line end at its end; empty where it failed.</param>
    /// <param name="arguments">Its arguments, each as it is.</param>
    public static bool TryRun(string folder, out string output, params IEnumerable<string> arguments)
    {
        output = string.Empty;
        try
        {
            using var git = Process.Start(StartInfo(folder, arguments));
            if (git is null)
            {
                return false;
            }

            git.StandardInput.Close(); // it must not ask
            var errors = git.StandardError.ReadToEndAsync();
            var text = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            errors.GetAwaiter().GetResult();
            output = git.ExitCode == 0 ? text.TrimEnd('\n', '\r') : string.Empty;
            return git.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // not installed
        }
    }
}
