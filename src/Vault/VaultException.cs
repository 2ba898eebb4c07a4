namespace Blog.Vault;

/// <summary>A private store that cannot or must not be used. The message says what, where, why, and what to do; it never holds text of the store.</summary>
public sealed class VaultException : Exception
{
    /// <summary>A complete message.</summary>
    public VaultException(VaultFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>A complete message with its cause.</summary>
    public VaultException(VaultFault fault, string message, Exception inner)
        : base(message, inner) => Fault = fault;

    /// <summary>What kind of trouble it is.</summary>
    public VaultFault Fault { get; }

    /// <summary>Exit code of the program: 2 where the user must choose otherwise and nothing was touched, 3 where the machine or the store is at fault.</summary>
    public int ExitCode => Fault switch
    {
        VaultFault.Refused or VaultFault.Missing or VaultFault.Exists or VaultFault.Passphrase or VaultFault.Sealed or VaultFault.Backup => 2,
        VaultFault.Locked or VaultFault.Newer or VaultFault.Damaged or VaultFault.Disk => 3,
        _ => throw new InvalidOperationException($"No exit code for {Fault}."),
    };
}
