using Blog.Vault;

namespace Blog.Tests;

/// <summary>As <see cref="GitFactAttribute"/>, with cases.</summary>
public sealed class GitTheoryAttribute : TheoryAttribute
{
    public GitTheoryAttribute()
    {
        if (OperatingSystem.IsWindows() || !GitProgram.TryRun(Path.GetTempPath(), out _, "--version"))
        {
            Skip = "git is not installed";
        }
    }
}
