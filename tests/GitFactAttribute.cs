using Blog.Vault;

namespace Blog.Tests;

/// <summary>A test that runs the machine's git and sh; skipped where there is none.</summary>
public sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !GitProgram.TryRun(Path.GetTempPath(), out _, "--version"))
        {
            Skip = "git is not installed";
        }
    }
}
