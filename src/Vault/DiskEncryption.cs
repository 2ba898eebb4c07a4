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
        OperatingSystem.IsLinux() ? Probe(RealPath.Of(folder), MountTable.SystemPath, "/sys") : DiskProtection.Unknown;

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
    /// <remarks>Device numbers with 0 in front are no block devices (tmpfs, overlay, btrfs, zfs, network): nothing can be said.</remarks>
    private static string? DeviceOf(string folder, string mountInfo) =>
        MountTable.Nearest(folder, mountInfo) is { Device: var device } && !device.StartsWith("0:", StringComparison.Ordinal) ? device : null;

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
}
