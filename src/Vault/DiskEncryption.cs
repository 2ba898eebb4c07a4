using System.Globalization;

namespace Blog.Vault;

/// <summary>Says whether the disk under a folder is encrypted, as far as this machine can tell; never a guess.</summary>
/// <remarks>
/// Linux only: the mount of the folder (<c>/proc/self/mountinfo</c>, proc(5)) names a device, and <c>/sys/dev/block</c> says what lies under
/// it; dm-crypt's devices have a UUID that begins with <c>CRYPT-</c> (dmsetup(8)). A disk that encrypts itself, or the disk of a rented
/// machine, looks like a plain one from here, which the sentence says.
/// </remarks>
public static class DiskEncryption
{
    /// <summary>Deepest pile of devices that is followed (LVM on RAID on LUKS on a partition is four).</summary>
    private const int MaxDepth = 16;

    /// <summary>Asks this machine about the disk under a folder.</summary>
    public static DiskProtection Probe(string folder) =>
        OperatingSystem.IsLinux() ? Probe(RealPath.Of(folder), "/proc/self/mountinfo", "/sys") : DiskProtection.Unknown;

    /// <summary>A sentence for the user.</summary>
    public static string Describe(DiskProtection protection) => protection switch
    {
        DiskProtection.Encrypted => "The disk under the private store is encrypted.",
        DiskProtection.NotEncrypted => "The disk under the private store is not encrypted by this machine: whoever gets hold of the disk can read it. Switch disk encryption on, or put the store on an encrypted disk with --vault.",
        DiskProtection.Unknown => "This machine cannot tell whether the disk under the private store is encrypted. Check that it is: whoever gets hold of a plain disk can read it.",
        _ => throw new ArgumentOutOfRangeException(nameof(protection), protection, "No such protection."),
    };

    internal static DiskProtection Probe(string folder, string mountInfo, string sys)
    {
        try
        {
            return DeviceOf(folder, mountInfo) is { } device ? Under(device, sys, MaxDepth) : DiskProtection.Unknown;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DiskProtection.Unknown;
        }
    }

    /// <summary>Number ("253:0") of the device that is mounted nearest above a folder; null where none is found.</summary>
    private static string? DeviceOf(string folder, string mountInfo)
    {
        (string Point, string Device) nearest = (string.Empty, string.Empty);
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
            if (above && point.Length >= nearest.Point.Length) // a later mount on the same point covers the earlier one
            {
                nearest = (point, fields[2]);
            }
        }

        // Device numbers with 0 in front are no block devices (tmpfs, overlay, btrfs, zfs, network): nothing can be said.
        return nearest.Device.Length == 0 || nearest.Device.StartsWith("0:", StringComparison.Ordinal) ? null : nearest.Device;
    }

    private static DiskProtection Under(string device, string sys, int depth)
    {
        var folder = Path.Combine(sys, "dev", "block", device);
        if (depth == 0 || !Directory.Exists(folder))
        {
            return DiskProtection.Unknown;
        }

        var uuid = Path.Combine(folder, "dm", "uuid");
        if (File.Exists(uuid) && File.ReadAllText(uuid).StartsWith("CRYPT-", StringComparison.Ordinal))
        {
            return DiskProtection.Encrypted;
        }

        var slaves = Path.Combine(folder, "slaves");
        var under = Directory.Exists(slaves)
            ? Directory.EnumerateDirectories(slaves).Order(StringComparer.Ordinal).Select(slave => File.ReadAllText(Path.Combine(slave, "dev")).Trim()).ToList()
            : [];
        if (under.Count > 0)
        {
            var found = under.Select(each => Under(each, sys, depth - 1)).ToList();
            return found.Contains(DiskProtection.NotEncrypted) ? DiskProtection.NotEncrypted
                : found.Contains(DiskProtection.Unknown) ? DiskProtection.Unknown
                : DiskProtection.Encrypted;
        }

        // A loop device lies on a file of another file system, which is not followed.
        return File.Exists(Path.Combine(folder, "loop", "backing_file")) ? DiskProtection.Unknown : DiskProtection.NotEncrypted;
    }

    /// <summary>mountinfo writes blanks, tabs, line ends and backslashes as three octal digits.</summary>
    private static string Unescape(string field)
    {
        var at = field.IndexOf('\\', StringComparison.Ordinal);
        if (at < 0)
        {
            return field;
        }

        var text = new System.Text.StringBuilder();
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
