namespace Blog.Vault;

/// <summary>What can be said of the disk a store lies on.</summary>
public enum DiskProtection
{
    /// <summary>The machine cannot tell.</summary>
    Unknown,

    /// <summary>Every disk under it is encrypted by this machine.</summary>
    Encrypted,

    /// <summary>At least one disk under it is not encrypted by this machine.</summary>
    NotEncrypted,
}
