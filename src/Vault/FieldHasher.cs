using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Blog.Vault;

/// <summary>SHA-256 over a row of fields. Each goes in with its length before it (-1 for null), so that no two rows give the same bytes.</summary>
internal sealed class FieldHasher
{
    /// <summary>A buffer that one huge text has blown up beyond this is not kept.</summary>
    private const int KeptBytes = 1024 * 1024;

    private const int StartBytes = 16 * 1024;

    private ArrayBufferWriter<byte> _buffer = new(StartBytes);

    /// <summary>Begins a row.</summary>
    public void Start()
    {
        if (_buffer.Capacity > KeptBytes)
        {
            _buffer = new(StartBytes);
        }

        _buffer.ResetWrittenCount();
    }

    /// <summary>The hash of the row's fields.</summary>
    public byte[] End() => SHA256.HashData(_buffer.WrittenSpan);

    /// <summary>A field of text.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            AddLength(-1);
            return;
        }

        AddLength(Encoding.UTF8.GetByteCount(text));
        _buffer.Advance(Encoding.UTF8.GetBytes(text, _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    /// <summary>A field that is a number.</summary>
    public void Add(long? number)
    {
        if (number is not { } value)
        {
            AddLength(-1);
            return;
        }

        AddLength(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    /// <summary>A field that is a list.</summary>
    public void Add(IReadOnlyList<string> lines)
    {
        Add(lines.Count);
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), length);
        _buffer.Advance(sizeof(int));
    }
}
