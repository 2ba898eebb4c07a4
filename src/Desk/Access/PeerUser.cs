using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace Blog.Desk.Access;

/// <summary>Whether a connection from this machine is made by another user of it: Linux keeps the user of every socket in <c>/proc/net/tcp</c> (proc(5)).</summary>
/// <remarks>
/// Loopback is shared by everybody with an account. The cookie keeps them out; this keeps them out even where they got hold of it, since a
/// browser sends a cookie of 127.0.0.1 to every port there. Where the table cannot be read (other systems) the cookie alone decides.
/// </remarks>
internal static class PeerUser
{
    private const string Table = "/proc/net/tcp";

    /// <summary>Whether the table can be asked on this machine.</summary>
    public static bool IsKnowable { get; } = OperatingSystem.IsLinux() && File.Exists(Table);

    /// <summary>True only where the table says that somebody else made the connection.</summary>
    /// <param name="remote">The other end: an address and port of this machine.</param>
    /// <param name="local">This end.</param>
    public static bool IsAnother(IPEndPoint remote, IPEndPoint local)
    {
        if (!IsKnowable)
        {
            return false;
        }

        try
        {
            return Find(File.ReadLines(Table), Form(remote), Form(local)) is { } user && user != UserId();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The user of the socket whose own end is <paramref name="own"/>; null where there is no such line.</summary>
    internal static uint? Find(IEnumerable<string> table, string own, string other)
    {
        foreach (var line in table)
        {
            // sl local rem st tx:rx tr:tm retrnsmt uid ...
            var cells = line.Split(' ', 9, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length > 7 && cells[1] == own && cells[2] == other && uint.TryParse(cells[7], NumberStyles.None, CultureInfo.InvariantCulture, out var user))
            {
                return user;
            }
        }

        return null;
    }

    /// <summary><c>0100007F:1F90</c>: the address as the machine keeps it, the port in hexadecimal.</summary>
    internal static string Form(IPEndPoint end)
    {
        var bytes = end.Address.MapToIPv4().GetAddressBytes();
        return string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToUInt32(bytes):X8}:{end.Port:X4}");
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint UserId();
}
