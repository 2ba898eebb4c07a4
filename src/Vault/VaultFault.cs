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

    /// <summary>The passphrase is missing, wrong, or not one that may be set; nothing was changed.</summary>
    Passphrase,

    /// <summary>What was asked lies in the sealed part, which is locked.</summary>
    Sealed,

    /// <summary>A file is no backup, or cannot be opened as one; nothing was changed.</summary>
    Backup,
}
