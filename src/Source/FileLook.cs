using System.Runtime.InteropServices;

namespace Blog.Source;

/// <summary>How a file lies on the disk, without a look into it.</summary>
/// <param name="Length">Bytes; -1 where there is no such file.</param>
/// <param name="Inode">Number of its inode; 0 where the system has none to tell.</param>
/// <param name="Modified">Time of its last change, in ticks of <see cref="DateTime"/>, UTC.</param>
/// <param name="Born">Time it was made, likewise; 0 where the file system does not keep it. An inode's number is given again at once, and its time is not.</param>
internal readonly record struct FileLook(long Length, long Inode, long Modified, long Born)
{
    private const int AtFdCwd = -100;
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    private const uint Wanted = 0x2 | 0x40 | 0x80 | 0x100 | 0x200 | 0x800 | 0x1; // STATX_MODE, _MTIME, _CTIME, _INO, _SIZE, _BTIME, _TYPE
    private const int Regular = 0x8000; // S_IFREG, of S_IFMT
    private const int TypeMask = 0xF000;

    /// <summary>Looks at a file. A link, a folder or a device is none.</summary>
    /// <param name="path">Absolute path.</param>
    public static FileLook Of(string path) => Of(path, out _);

    /// <summary>As <see cref="Of(string)"/>, with the time at which anything of the file was last changed.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="changed">In ticks, UTC; nobody can set it. A further name of the file changes it too.</param>
    public static FileLook Of(string path, out long changed)
    {
        changed = 0;
        if (!OperatingSystem.IsLinux())
        {
            return new FileLook(-1, 0, 0, 0); // no other system has these numbers in one place; its builds make everything
        }

        var buffer = default(Statx);
        if (statx(AtFdCwd, path, NoFollow, Wanted, ref buffer) != 0 || (buffer.Mode & TypeMask) != Regular)
        {
            return new FileLook(-1, 0, 0, 0);
        }

        changed = Ticks(buffer.ChangedSeconds, buffer.ChangedNanoseconds);
        return new FileLook((long)buffer.Size, (long)buffer.Inode, Ticks(buffer.ModifiedSeconds, buffer.ModifiedNanoseconds), Ticks(buffer.BornSeconds, buffer.BornNanoseconds));
    }

    private static long Ticks(long seconds, uint nanoseconds) => DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref Statx buffer);

    /// <summary>The kernel's structure, the same on every processor (statx(2)); 256 bytes, of which these are read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(80)]
        public long BornSeconds;

        [FieldOffset(88)]
        public uint BornNanoseconds;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;
    }
}
