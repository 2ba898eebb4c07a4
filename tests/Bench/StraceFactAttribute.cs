using Blog.Bench.Reliability;

namespace Blog.Tests.Bench;

/// <summary>A test that stops the program at system calls, and is skipped with a plain message where strace cannot be had or may not do so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraceFactAttribute : FactAttribute
{
    private static readonly string? WhyNot = OperatingSystem.IsLinux() ? Strace.WhyNot() : "strace is a tool of Linux.";

    public StraceFactAttribute() => Skip = WhyNot!; // null is "not skipped"
}
