using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Blog.Source;

namespace Blog.Import.Documents;

/// <summary>Reads the parts of a packed document (a zip, APPNOTE 6.3) from memory, believing nothing that it says about itself.</summary>
/// <remarks>
/// .NET's own reader cuts entries short in silence where headers lie about sizes, and never compares the check sum. Here the list of parts is
/// read once; entries may not overlap, bear one name, be encrypted or be packed in a way no word processor writes; each is unpacked under
/// a count of bytes over the whole package, and its length and CRC-32 must be what the list said. Nothing is ever written to a disk.
/// </remarks>
internal sealed class ZipPackage
{
    private const int EndLength = 22;
    private const int ListedLength = 46;
    private const int LocalLength = 30;
    private const int LongestComment = 65_535;
    private const int LongestName = 500;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly DocumentLimits _limits;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private ZipPackage(ReadOnlyMemory<byte> bytes, DocumentLimits limits)
    {
        _bytes = bytes;
        _limits = limits;
    }

    private readonly record struct Entry(string Name, int Start, int Packed, int Unpacked, uint Crc, bool IsDeflated);

    /// <summary>Names of all parts, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _entries.Values.Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    /// <summary>Reads the list of parts.</summary>
    /// <exception cref="DocumentException">It is damaged, lies, has too many parts or is encrypted.</exception>
    public static ZipPackage Open(ReadOnlyMemory<byte> bytes, DocumentLimits limits)
    {
        var package = new ZipPackage(bytes, limits);
        package.ReadList();
        return package;
    }

    /// <summary>Whether there is a part of this name, letter case aside.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Size of a part unpacked, as the list says it.</summary>
    public long SizeOf(string name) => _entries[name].Unpacked;

    /// <summary>Unpacks a part; null where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">Most bytes it may have.</param>
    /// <exception cref="DocumentException">It is too large, or not what the list says.</exception>
    public byte[]? Read(string name, int most)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        if (entry.Unpacked > most)
        {
            throw TooLarge();
        }

        _unpacked += entry.Unpacked;
        if (_unpacked > _limits.MaximumUnpackedBytes)
        {
            throw TooLarge();
        }

        var bytes = Unpack(entry);
        return Crc32.Of(bytes, []) == entry.Crc ? bytes : throw Lies("a part's check sum is not that of its bytes");
    }

    private static DocumentException Lies(string why) => new(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in the zip it is packed in", why));

    private byte[] Unpack(Entry entry)
    {
        var packed = _bytes.Slice(entry.Start, entry.Packed);
        if (!entry.IsDeflated)
        {
            return entry.Packed == entry.Unpacked ? packed.ToArray() : throw Lies("a part that is not packed has two sizes");
        }

        // One byte more than is said tells a part that goes on. The array is no larger than the limits, whatever the list says.
        var bytes = new byte[entry.Unpacked];
        try
        {
            using var source = new MemoryStream(packed.ToArray(), writable: false);
            using var inflate = new DeflateStream(source, CompressionMode.Decompress);
            var read = inflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length && inflate.ReadByte() < 0 ? bytes : throw Lies("a part is longer or shorter than the list of parts says");
        }
        catch (InvalidDataException)
        {
            throw Lies("a part's packed bytes are broken");
        }
    }

    private DocumentException TooLarge() => new(
        DocumentFault.TooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The document unpacks to more than what is read ({_limits.MaximumUnpackedBytes / (1024 * 1024)} MB), in the zip it is packed in: it is full of pictures, or it was made to fill the memory. Nothing was kept. {DocumentMessages.Ask}"));

    private void ReadList()
    {
        var span = _bytes.Span;
        var end = FindEnd(span);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(span[(end + 10)..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(span[(end + 12)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(span[(end + 16)..]);
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            throw Lies("it is of the form for files over 4 GB, which no text needs");
        }

        if (count > _limits.MaximumEntries)
        {
            throw new DocumentException(
                DocumentFault.TooComplex,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The document has {count} parts, in the zip it is packed in: at most {_limits.MaximumEntries} are read, and a text has some twenty. Nothing was kept. {DocumentMessages.Ask}"));
        }

        if (start + (long)size > end)
        {
            throw Lies("the list of parts is not where it is said to be");
        }

        var at = (int)start; // below end, an int
        var taken = new List<(int Start, int End)>(count);
        for (var i = 0; i < count; i++)
        {
            at = ReadListed(span, at, end, taken);
        }

        taken.Sort();
        for (var i = 1; i < taken.Count; i++)
        {
            if (taken[i].Start < taken[i - 1].End)
            {
                throw Lies("two parts lie over each other");
            }
        }
    }

    private static int FindEnd(ReadOnlySpan<byte> span)
    {
        var least = Math.Max(0, span.Length - EndLength - LongestComment);
        for (var at = span.Length - EndLength; at >= least; at--)
        {
            if (span[at] == 'P' && span[(at + 1)..].StartsWith("K\x05\x06"u8))
            {
                return at;
            }
        }

        throw Lies("its end is missing, so it was cut off on its way");
    }

    private int ReadListed(ReadOnlySpan<byte> span, int at, int end, List<(int Start, int End)> taken)
    {
        if (at + ListedLength > end || !span[at..].StartsWith("PK\x01\x02"u8))
        {
            throw Lies("the list of parts is broken");
        }

        var listed = span[at..];
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(listed[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(listed[10..]);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(listed[16..]);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(listed[20..]);
        var unpacked = BinaryPrimitives.ReadUInt32LittleEndian(listed[24..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(listed[28..]);
        var next = at + ListedLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(listed[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(listed[32..]);
        var local = BinaryPrimitives.ReadUInt32LittleEndian(listed[42..]);
        if (next > end || nameLength is 0 or > LongestName)
        {
            throw Lies("the list of parts is broken");
        }

        if ((flags & 1) != 0 || method == 99)
        {
            throw new DocumentException(DocumentFault.Encrypted, DocumentMessages.Encrypted("The document"));
        }

        if (unpacked > (uint)_limits.MaximumUnpackedBytes || packed > (uint)_bytes.Length)
        {
            throw unpacked > (uint)_limits.MaximumUnpackedBytes ? TooLarge() : Lies("a part is said to be larger than the file");
        }

        if (method is not (0 or 8))
        {
            throw Lies("a part is packed in a way that no word processor uses");
        }

        var name = Encoding.UTF8.GetString(listed.Slice(ListedLength, nameLength)).Replace('\\', '/');
        var start = LocalStart(span, local, nameLength);
        var entry = new Entry(name, start, (int)packed, (int)unpacked, crc, method == 8); // both below the limits, which are ints
        if (start + (long)packed > span.Length)
        {
            throw Lies("a part reaches beyond the end of the file");
        }

        taken.Add(((int)local, start + (int)packed));
        if (!name.EndsWith('/') && !_entries.TryAdd(name, entry))
        {
            throw Lies("two parts bear one name");
        }

        return next;
    }

    private static int LocalStart(ReadOnlySpan<byte> span, uint local, int nameLength)
    {
        if (local + (long)LocalLength > span.Length || !span[(int)local..].StartsWith("PK\x03\x04"u8))
        {
            throw Lies("a part is not where the list of parts says");
        }

        var header = span[(int)local..];
        if (BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) != nameLength)
        {
            throw Lies("a part has two names");
        }

        return (int)local + LocalLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
    }
}
