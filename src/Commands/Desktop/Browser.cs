using System.ComponentModel;
using System.Diagnostics;

namespace Blog.Commands.Desktop;

/// <summary>Opens the user's own browser, as the desktop does for a link.</summary>
internal static class Browser
{
    /// <summary>Opens an address. Where there is no browser to open, the terminal says so: the address stands there anyway.</summary>
    /// <param name="address">An address of 127.0.0.1, or of a file of this machine.</param>
    /// <returns>Whether something was started.</returns>
    public static bool Open(string address)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start);
            return true; // Windows gives no process where a browser is open already
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("No browser could be opened from here. Open the link yourself.");
            return false;
        }
    }
}
