using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Blog.Vault;

/// <summary>The first bytes of a backup: all that its reader needs besides the passphrase. Each chunk is bound to them. Layout: docs/vault.md.</summary>
internal sealed class BackupHeader
{
    public const int Length = 8 + 1 + 1 + 2 + 4 + 4 + PassphraseKey.SaltLength + PrefixLength;
    public const int ChunkLength = 64 * 1024;

    private const int PrefixLength = 7;
    private const int CostStart = 12;
    private const int ChunkStart = 16;
    private const int SaltStart = 20;
    private const byte Version = 1;
    private const byte Pbkdf2Sha512 = 1;

    private readonly byte[] _bytes;

    private BackupHeader(byte[] bytes) => _bytes = bytes;

    /// <summary>The bytes as they stand in the file.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    public int Cost => (int)BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(CostStart));

    private static ReadOnlySpan<byte> Magic => "SUBROSAB"u8;

    private ReadOnlySpan<byte> Salt => _bytes.AsSpan(SaltStart, PassphraseKey.SaltLength);

    private ReadOnlySpan<byte> Prefix => _bytes.AsSpan(SaltStart + PassphraseKey.SaltLength, PrefixLength);

    public static BackupHeader New(int cost, RandomNumberGenerator random)
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        bytes[8] = Version;
        bytes[9] = Pbkdf2Sha512;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(CostStart), (uint)cost);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ChunkStart), ChunkLength);
        random.GetBytes(bytes.AsSpan(SaltStart));
        return new BackupHeader(bytes);
    }

    /// <summary>Reads a header.</summary>
    /// <exception cref="VaultException">It is none, or a newer program's.</exception>
    public static BackupHeader Read(Stream file)
    {
        var bytes = new byte[Length];
        if (file.ReadAtLeast(bytes, Length, throwOnEndOfStream: false) < Length || !bytes.AsSpan().StartsWith(Magic))
        {
            throw new VaultException(VaultFault.Backup, "This file is no backup of a private store. Nothing was changed.");
        }

        var header = new BackupHeader(bytes);
        if (bytes[8] > Version)
        {
            throw new VaultException(VaultFault.Newer, "This backup was made by a newer version of this program. Use the newer program; nothing was changed.");
        }

        var known = bytes[8] == Version && bytes[9] == Pbkdf2Sha512 && bytes[10] == 0 && bytes[11] == 0
            && header.Cost is > 0 and <= PassphraseKey.MaxCost && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ChunkStart)) == ChunkLength;
        return known ? header : throw Unreadable();
    }

    /// <summary>The one answer to a wrong passphrase, a changed bit and a missing end: which of them it was cannot be told apart in earnest.</summary>
    public static VaultException Unreadable() => new(
        VaultFault.Backup,
        "The backup cannot be opened: the passphrase is not the one it was made with, or the file was changed, damaged or cut off. Nothing was changed; try the passphrase again, or another copy of the file.");

    public byte[] DeriveKey(Passphrase passphrase) => PassphraseKey.Derive(passphrase, Salt, Cost);

    /// <summary>Nonce of a chunk, as the STREAM construction has it (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, 2015): prefix, number, and whether it is the last.</summary>
    public void Nonce(uint chunk, bool isLast, Span<byte> nonce)
    {
        Prefix.CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[PrefixLength..], chunk);
        nonce[SealedBox.NonceLength - 1] = isLast ? (byte)1 : (byte)0;
    }
}
