using Blog.Vault;

namespace Blog.Tests.Vault;

/// <summary>Piles of devices as Linux shows them, made in a temporary folder.</summary>
public sealed class DiskEncryptionTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_plain_partition_is_not_encrypted()
    {
        Device("259:2", null);
        Assert.Equal(DiskProtection.NotEncrypted, Probe("/home/me", "24 1 259:2 / / rw - ext4 /dev/root rw"));
    }

    [Fact]
    public void Luks_under_a_volume_group_is_encrypted()
    {
        Device("253:1", "LVM-abc", "253:0");
        Device("253:0", "CRYPT-LUKS2-abc", "259:2");
        Device("259:2", null);
        Assert.Equal(DiskProtection.Encrypted, Probe("/home/me", "24 1 259:2 / / rw - ext4 /dev/root rw", "25 24 253:1 / /home rw - ext4 /dev/mapper/vg-home rw"));
    }

    [Fact]
    public void A_mirror_is_encrypted_only_if_both_halves_are()
    {
        Device("9:0", null, "253:0", "259:3");
        Device("253:0", "CRYPT-LUKS2-abc");
        Device("259:3", null);
        Assert.Equal(DiskProtection.NotEncrypted, Probe("/home/me", "24 1 9:0 / / rw - ext4 /dev/md0 rw"));
    }

    [Theory]
    [InlineData("24 1 0:31 / / rw - btrfs /dev/mapper/luks rw")]
    [InlineData("24 1 7:77 / / rw - ext4 /dev/gone rw")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void What_the_machine_does_not_show_is_unknown(string mount) => Assert.Equal(DiskProtection.Unknown, Probe("/home/me", mount));

    [Fact]
    public void The_nearest_mount_counts_also_with_a_blank_in_its_name()
    {
        Device("259:2", null);
        Device("253:0", "CRYPT-LUKS2-abc");
        string[] mounts = ["24 1 259:2 / / rw - ext4 /dev/root rw", "25 24 253:0 / /mnt/my\\040disk rw - ext4 /dev/mapper/x rw", "26 24 259:2 / /mnt/my rw - ext4 /dev/root rw"];
        Assert.Equal(DiskProtection.Encrypted, Probe("/mnt/my disk/store", mounts));
        Assert.Equal(DiskProtection.NotEncrypted, Probe("/mnt/my disks/store", mounts));
    }

    [Fact]
    public void A_missing_table_of_mounts_is_unknown() =>
        Assert.Equal(DiskProtection.Unknown, DiskEncryption.Probe("/home", Path.Combine(_fixture.Root, "none"), _fixture.Root));

    [Fact]
    public void This_machine_is_asked_without_an_error() => Assert.Contains("disk", DiskEncryption.Describe(DiskEncryption.Probe(_fixture.Root)), StringComparison.Ordinal);

    private DiskProtection Probe(string folder, params string[] mounts)
    {
        var table = Path.Combine(_fixture.Root, "mountinfo");
        File.WriteAllLines(table, mounts);
        return DiskEncryption.Probe(folder, table, Path.Combine(_fixture.Root, "sys"));
    }

    private void Device(string number, string? uuid, params string[] slaves)
    {
        var folder = Path.Combine(_fixture.Root, "sys", "dev", "block", number);
        Directory.CreateDirectory(Path.Combine(folder, "dm"));
        if (uuid is not null)
        {
            File.WriteAllText(Path.Combine(folder, "dm", "uuid"), uuid + "\n");
        }

        for (var i = 0; i < slaves.Length; i++)
        {
            var slave = Directory.CreateDirectory(Path.Combine(folder, "slaves", "disk" + i)).FullName;
            File.WriteAllText(Path.Combine(slave, "dev"), slaves[i] + "\n");
        }
    }
}
