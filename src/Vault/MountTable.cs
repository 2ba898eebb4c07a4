using System.Globalization;
using System.Text;

namespace Blog.Vault;

/// <summary>What Linux's table of mounts (<c>/proc/self/mountinfo</c>, proc(5)) says of the place of a folder.</summary>
internal static class MountTable
{
    /// <summary>Where Linux keeps it.</summary>
    public const string SystemPath = "/proc/self/mountinfo";

    /// <summary>Whether what is written under a folder stays in memory (though it may be swapped out). False where the machine cannot tell.</summary>
    public static bool IsInMemory(string folder)
    {
        try
        {
            return File.Exists(SystemPath) && Nearest(RealPath.Of(folder), SystemPath)?.Kind is "tmpfs" or "ramfs";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Device number ("253:0") and kind of file system that is mounted nearest above a folder; null where none is found.</summary>
    public static (string Device, string Kind)? Nearest(string folder, string mountInfo)
    {
        (string Point, string Device, string Kind)? nearest = null;
        foreach (var line in File.ReadLines(mountInfo))
        {
            // 36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw
            var fields = line.Split(' ');
            if (fields.Length < 6)
            {
                continue;
            }

            var point = Unescape(fields[4]);
            var above = point == "/" || folder == point || folder.StartsWith(point + "/", StringComparison.Ordinal);
            if (above && point.Length >= (nearest?.Point.Length ?? 0)) // a later mount on the same point covers the earlier one
            {
                var dash = Array.IndexOf(fields, "-", 6);
                nearest = (point, fields[2], dash >= 0 && dash + 1 < fields.Length ? fields[dash + 1] : string.Empty);
            }
        }

        return nearest is { } found ? (found.Device, found.Kind) : null;
    }

    /// <summary>mountinfo writes blanks, tabs, line ends and backslashes as three octal digits.</summary>
    private static string Unescape(string field)
    {
        var at = field.IndexOf('\\', StringComparison.Ordinal);
        if (at < 0)
        {
            return field;
        }

        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == '\\' && i + 3 < field.Length && int.TryParse(field.AsSpan(i + 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                text.Append((char)(((field[i + 1] - '0') << 6) | ((field[i + 2] - '0') << 3) | (field[i + 3] - '0')));
                i += 3;
            }
            else
            {
                text.Append(field[i]);
            }
        }

        return text.ToString();
    }
}
