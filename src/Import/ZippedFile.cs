using Blog.Import.Zip;

namespace Blog.Import;

/// <summary>The bytes of a file within a zip, with the zip itself opened for them; reads what is whole and remembers why it ended.</summary>
internal sealed class ZippedFile : Stream
{
    private readonly ZipEntryStream _entry; // owns the zip
    private readonly Action<string> _damaged;

    /// <summary>Opens an entry.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="damaged">Told why, where the entry ends before its end.</param>
    public ZippedFile(string path, ZipEntry entry, Action<string> damaged)
    {
        _damaged = damaged;
        var zip = File.OpenRead(path);
        try
        {
            _entry = ZipEntryStream.Open(zip, entry, salvages: true);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

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
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _entry.Read(buffer);
        if (read == 0 && _entry.Fault is { } fault)
        {
            _damaged(fault.Message);
        }

        return read;
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
            _entry.Dispose();
        }

        base.Dispose(disposing);
    }
}
