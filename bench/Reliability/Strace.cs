using System.ComponentModel;
using System.Globalization;

namespace Blog.Bench.Reliability;

/// <summary>Command lines of strace, which stops a program before a system call or lets the call fail.</summary>
/// <remarks>
/// A signal injected into a call comes before the call is made (strace 6.1 logs it as <c>= ?</c> and the call leaves no trace on disk), so the state "after" a
/// call is the one before the same thread's next. Calls are counted by thread and name. With --seccomp-bpf an injected signal is not delivered at all, so
/// only errors are injected with it.
/// </remarks>
internal static class Strace
{
    /// <summary>Why strace cannot be used here; null where it can.</summary>
    public static string? WhyNot()
    {
        try
        {
            var run = ChildRun.Of(Path.GetTempPath(), ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=write", "true"]);
            return run.ExitCode == 0 ? null : "strace may not look into other processes here (ptrace is refused).";
        }
        catch (Win32Exception)
        {
            return "strace is not installed (on Debian: apt-get install strace).";
        }
    }

    /// <summary>Writes down every call that changes files.</summary>
    public static IReadOnlyList<string> Trace(string log, IReadOnlyList<string> command) =>
        [.. Start(log), "-e", "trace=" + string.Join(',', WriteCall.Names), .. command];

    /// <summary>Kills the program before one call.</summary>
    public static IReadOnlyList<string> Kill(string log, string root, Fault fault, IReadOnlyList<string> command) =>
        [.. Start(log), .. OnPath(root, fault), "-e", "trace=" + string.Join(',', WriteCall.Names) + ",exit_group", "-e", Inject(fault, "signal=KILL"), .. command];

    /// <summary>Lets one call fail.</summary>
    public static IReadOnlyList<string> Fail(string log, string root, Fault fault, string error, IReadOnlyList<string> command) =>
        [.. Start(log), "--seccomp-bpf", .. OnPath(root, fault), "-e", "trace=" + string.Join(',', WriteCall.Names), "-e", Inject(fault, "error=" + error), .. command];

    private static string[] Start(string log) => ["strace", "-f", "-y", "-qq", "-e", "signal=none", "-o", log];

    private static string[] OnPath(string root, Fault fault) => fault.Path is null ? [] : ["-P", Path.Combine(root, fault.Path)];

    private static string Inject(Fault fault, string what) => string.Create(CultureInfo.InvariantCulture, $"inject={fault.Call}:{what}:when={fault.Ordinal}");
}
