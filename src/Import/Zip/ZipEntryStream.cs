using System.Buffers.Binary;
using System.IO.Compression;
using Blog.Source;

namespace Blog.Import.Zip;

/// <summary>
/// Unpacks one entry while it is read, holding no more than a block of it: it gives no byte beyond what the list of entries says, and its end is
/// reached only where length and check sum are what the list says.
/// </summary>
/// <remarks>
/// What does not hold is a <see cref="ZipException"/>; a stream that salvages ends there instead and says why in <see cref="Fault"/>, so that the
/// whole entries of a damaged export are kept. Whoever salvages must look at it.
/// </remarks>
internal sealed class ZipEntryStream : Stream
{
    internal const int LocalLength = 30;

    private readonly Stream _zip;
    private readonly Stream _bytes;
    private readonly ZipEntry _entry;
    private readonly bool _salvages;
    private long _given;
    private uint _crc;
    private bool _ended;

    private ZipEntryStream(Stream zip, Stream bytes, ZipEntry entry, bool salvages)
    {
        _zip = zip;
        _bytes = bytes;
        _entry = entry;
        _salvages = salvages;
    }

    /// <summary>Why the entry ended before its end, or is not what the list says; null as long as nothing is wrong. Set by a stream that salvages only.</summary>
    public ZipException? Fault { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    /// <summary>Opens an entry.</summary>
    /// <param name="zip">The zip the entry was listed from; owned by the stream that is given back, and by nobody else at the same time.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="salvages">Ends at a fault instead of throwing.</param>
    /// <exception cref="ZipException">The entry's own header is not where the list says, names another file, or its bytes reach into the next one.</exception>
    public static ZipEntryStream Open(Stream zip, ZipEntry entry, bool salvages = false)
    {
        var header = new byte[LocalLength + entry.RawName.Length];
        zip.Position = entry.Header;
        if (zip.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith("PK\x03\x04"u8))
        {
            throw new ZipException(ZipFault.Damaged, "it is not where the list of entries says");
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) != entry.RawName.Length || !header.AsSpan(LocalLength).SequenceEqual(entry.RawName))
        {
            throw new ZipException(ZipFault.Damaged, "it has two names");
        }

        if ((header[6] & 1) != 0)
        {
            throw new ZipException(ZipFault.Encrypted, "it is encrypted, and without its password nothing in it can be read");
        }

        Require(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)) == (entry.IsDeflated ? 8 : 0), "it is packed in two ways");
        var start = entry.Header + header.Length + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        if (start + entry.Packed > entry.Next)
        {
            throw new ZipException(ZipFault.Damaged, "two entries lie over each other");
        }

        zip.Position = start;
        var packed = new Stretch(zip, entry.Packed);
        return new ZipEntryStream(zip, entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed, entry, salvages);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            var room = (int)Math.Min(buffer.Length, _entry.Length - _given);
            var read = room == 0 ? 0 : _bytes.Read(buffer[..room]);
            if (read > 0)
            {
                _crc = Crc32.Of(_crc, buffer[..read]);
                _given += read;
                return read;
            }

            _ended = true;
            Require(_given == _entry.Length, "it is shorter than the list of entries says");
            Require(_bytes.ReadByte() < 0, "it is longer than the list of entries says");
            Require(_crc == _entry.Crc, "its check sum is not that of its bytes");
            return 0;
        }
        catch (InvalidDataException)
        {
            return End(new ZipException(ZipFault.Damaged, "its packed bytes are broken"));
        }
        catch (ZipException fault) when (_salvages)
        {
            return End(fault);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _bytes.Dispose();
            _zip.Dispose();
        }

        base.Dispose(disposing);
    }

    private static void Require(bool holds, string why)
    {
        if (!holds)
        {
            throw new ZipException(ZipFault.Damaged, why);
        }
    }

    private int End(ZipException fault)
    {
        _ended = true;
        Fault = fault;
        return _salvages ? 0 : throw fault;
    }

    /// <summary>So many bytes of a stream from where it stands.</summary>
    private sealed class Stretch(Stream inner, long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
