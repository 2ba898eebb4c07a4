namespace Blog.Vault;

/// <summary>Why a private store is not used.</summary>
public enum VaultFault
{
    /// <summary>Its place is not private: in a git working tree, in a synced folder, or readable by others.</summary>
    Refused,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>There is one already.</summary>
    Exists,

    /// <summary>Another process has it open.</summary>
    Locked,

    /// <summary>A newer version of the program made it.</summary>
    Newer,

    /// <summary>It is no private store, or not as this program left it.</summary>
    Damaged,

    /// <summary>The disk is full, failing or read-only; the store is as it was.</summary>
    Disk,
}
