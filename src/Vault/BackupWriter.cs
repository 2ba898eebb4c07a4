using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>Writes entries (a name and bytes) into an encrypted file, chunk by chunk; memory does not follow their size.</summary>
internal sealed class BackupWriter : IDisposable
{
    private readonly Stream _file;
    private readonly BackupHeader _header;
    private readonly AesGcm _aes;
    private readonly byte[] _chunk = new byte[BackupHeader.ChunkLength];
    private readonly byte[] _sealed = new byte[BackupHeader.ChunkLength + SealedBox.TagLength];
    private int _filled;
    private uint _number;

    /// <summary>Begins a file; what is written is whole only after <see cref="Finish"/>. The stream is closed with it.</summary>
    public BackupWriter(Stream file, Passphrase passphrase, int cost, RandomNumberGenerator random)
    {
        _file = file;
        _header = BackupHeader.New(cost, random);
        var key = _header.DeriveKey(passphrase);
        _aes = new AesGcm(key, SealedBox.TagLength);
        CryptographicOperations.ZeroMemory(key);
        _file.Write(_header.Bytes);
    }

    /// <summary>Writes an entry of known length.</summary>
    public void Write(string name, Stream content, long length)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        Span<byte> numbers = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteUInt16LittleEndian(numbers, checked((ushort)utf8.Length));
        Add(numbers[..sizeof(ushort)]);
        Add(utf8);
        BinaryPrimitives.WriteInt64LittleEndian(numbers, length);
        Add(numbers);
        var buffer = new byte[BackupHeader.ChunkLength];
        var left = length;
        for (int read; left > 0 && (read = content.Read(buffer, 0, (int)Math.Min(buffer.Length, left))) > 0; left -= read)
        {
            Add(buffer.AsSpan(0, read));
        }

        CryptographicOperations.ZeroMemory(buffer);
        if (left > 0)
        {
            throw new IOException("A file of the private store grew shorter while it was backed up. Run the backup again.");
        }
    }

    /// <summary>Ends the list of entries and the file.</summary>
    public void Finish()
    {
        Add([0, 0]);
        Flush(isLast: true);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_chunk);
        _aes.Dispose();
        _file.Dispose();
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_filled == _chunk.Length)
            {
                Flush(isLast: false); // only now: a full chunk may be the last
            }

            var part = bytes[..Math.Min(bytes.Length, _chunk.Length - _filled)];
            part.CopyTo(_chunk.AsSpan(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private void Flush(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[SealedBox.NonceLength];
        _header.Nonce(_number, isLast, nonce);
        _number = checked(_number + 1); // 2^32 chunks are 256 TB
        _aes.Encrypt(nonce, _chunk.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedBox.TagLength), _header.Bytes);
        _file.Write(_sealed.AsSpan(0, _filled + SealedBox.TagLength));
        _filled = 0;
    }
}
