using System.Runtime.InteropServices;

namespace Blog.Commands.Desktop;

/// <summary>How the program was started, as far as that can be seen from inside.</summary>
/// <param name="System">The system: <c>windows</c>, <c>macos</c>, or any other word for a Unix with a desktop.</param>
/// <param name="IsOneFile">Whether it is the single file that is handed on, and not a build of the sources.</param>
/// <param name="HasTerminal">Whether any of the three streams is a terminal.</param>
/// <param name="HasDesktop">Whether it runs in somebody's graphical session.</param>
/// <param name="OwnsWindow">Whether its console window was opened for it alone (Windows).</param>
/// <param name="AtHome">Whether the current folder is the user's home, and no blog.</param>
internal sealed record StartedHow(string System, bool IsOneFile, bool HasTerminal, bool HasDesktop, bool OwnsWindow, bool AtHome)
{
    /// <summary>How this process was started.</summary>
    public static StartedHow Now() => new(
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "unix",
        !File.Exists(Path.Combine(AppContext.BaseDirectory, "Blog.dll")), // in a single file the assembly has no file of its own
        !Console.IsInputRedirected || !Console.IsOutputRedirected || !Console.IsErrorRedirected,
        Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 },
        OperatingSystem.IsWindows() && GetConsoleProcessList(new uint[2], 2) == 1,
        Environment.CurrentDirectory == Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) && !BlogBeside.IsBlog(Environment.CurrentDirectory));

    /// <summary>
    /// Whether it was a double click. A build without arguments must stay one in a terminal, in a timer and on a build service, so every sign must be there:
    /// Windows opens a window for the program alone; the Finder opens a terminal in the home folder; file managers of other desktops give no terminal at all,
    /// and neither does a timer, but a timer has no desktop.
    /// </summary>
    public bool IsDoubleClick => IsOneFile && System switch
    {
        "windows" => OwnsWindow,
        "macos" => AtHome,
        _ => !HasTerminal && HasDesktop,
    };

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetConsoleProcessList(uint[] processes, uint room);
}
