using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>Reads an encrypted file entry by entry; gives out nothing that was not authenticated.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly Stream _file;
    private readonly BackupHeader _header;
    private readonly AesGcm _aes;
    private readonly byte[] _sealed = new byte[BackupHeader.ChunkLength + SealedBox.TagLength];
    private readonly byte[] _next = new byte[BackupHeader.ChunkLength + SealedBox.TagLength];
    private readonly byte[] _chunk = new byte[BackupHeader.ChunkLength];
    private int _nextLength;
    private int _length;
    private int _at;
    private uint _number;
    private bool _isLast;

    /// <summary>Opens a backup; the stream is closed with it.</summary>
    /// <exception cref="VaultException">It is none, or does not open with this passphrase.</exception>
    public BackupReader(Stream file, Passphrase passphrase)
    {
        _file = file;
        _header = BackupHeader.Read(file);
        var key = _header.DeriveKey(passphrase);
        _aes = new AesGcm(key, SealedBox.TagLength);
        CryptographicOperations.ZeroMemory(key);
        _nextLength = _file.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
        try
        {
            Fill();
        }
        catch
        {
            _aes.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next entry, whose bytes are then read with <see cref="Copy"/>; false after the last, when the file has been read to its very end.</summary>
    /// <exception cref="VaultException">The file was changed or cut off.</exception>
    public bool TryNext([NotNullWhen(true)] out string? name, out long length)
    {
        (name, length) = (null, 0);
        Span<byte> number = stackalloc byte[sizeof(long)];
        Read(number[..sizeof(ushort)]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(number);
        if (nameLength == 0)
        {
            return _isLast && _at == _length ? false : throw BackupHeader.Unreadable();
        }

        var utf8 = new byte[nameLength];
        Read(utf8);
        Read(number);
        name = Encoding.UTF8.GetString(utf8);
        length = BinaryPrimitives.ReadInt64LittleEndian(number);
        return length >= 0 ? true : throw BackupHeader.Unreadable();
    }

    /// <summary>Copies the bytes of the entry; all of them, once.</summary>
    public void Copy(Stream target, long length)
    {
        while (length > 0)
        {
            if (_at == _length)
            {
                Fill();
            }

            var part = (int)Math.Min(length, _length - _at);
            target.Write(_chunk, _at, part);
            _at += part;
            length -= part;
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_chunk);
        _aes.Dispose();
        _file.Dispose();
    }

    private void Read(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_at == _length)
            {
                Fill();
            }

            var part = Math.Min(bytes.Length, _length - _at);
            _chunk.AsSpan(_at, part).CopyTo(bytes);
            _at += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>Opens the next chunk. The last one is known by the end of the file, and must say so itself: a file cut between two chunks ends with one that does not.</summary>
    private void Fill()
    {
        if (_isLast || _nextLength < SealedBox.TagLength)
        {
            throw BackupHeader.Unreadable();
        }

        var sealedLength = _nextLength;
        _next.AsSpan(0, sealedLength).CopyTo(_sealed);
        _nextLength = _file.ReadAtLeast(_next, _next.Length, throwOnEndOfStream: false);
        _isLast = _nextLength == 0;
        (_length, _at) = (sealedLength - SealedBox.TagLength, 0);
        Span<byte> nonce = stackalloc byte[SealedBox.NonceLength];
        _header.Nonce(_number, _isLast, nonce);
        _number = checked(_number + 1);
        try
        {
            _aes.Decrypt(nonce, _sealed.AsSpan(0, _length), _sealed.AsSpan(_length, SealedBox.TagLength), _chunk.AsSpan(0, _length), _header.Bytes);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw BackupHeader.Unreadable();
        }

        if (_length == 0 && !_isLast)
        {
            throw BackupHeader.Unreadable(); // the writer makes none, and a file of them would be read for ever
        }
    }
}
