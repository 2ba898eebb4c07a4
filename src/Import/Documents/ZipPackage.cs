using System.Globalization;
using System.Runtime.InteropServices;
using Blog.Import.Zip;

namespace Blog.Import.Documents;

/// <summary>The parts of a packed document, from memory: a zip (<see cref="ZipIndex"/>) of which nothing is read where anything in it is amiss.</summary>
/// <remarks>
/// An export keeps what is whole; a document of a guest is one text, and half of it may be the wrong half. So any entry that is refused ends it,
/// names are told apart without letter case, and what all parts together unpack to is counted while they are read.
/// </remarks>
internal sealed class ZipPackage
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly DocumentLimits _limits;
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private ZipPackage(ReadOnlyMemory<byte> bytes, DocumentLimits limits)
    {
        _bytes = bytes;
        _limits = limits;
    }

    /// <summary>Names of all parts, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _entries.Values.Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    /// <summary>Reads the list of parts.</summary>
    /// <exception cref="DocumentException">It is damaged, lies, has too many parts or is encrypted.</exception>
    public static ZipPackage Open(ReadOnlyMemory<byte> bytes, DocumentLimits limits)
    {
        var package = new ZipPackage(bytes, limits);
        try
        {
            using var stream = package.Stream();
            package.Take(ZipIndex.Read(stream, new ZipLimits
            {
                MaximumEntries = limits.MaximumEntries,
                MaximumEntryBytes = limits.MaximumUnpackedBytes,
                MaximumTotalBytes = limits.MaximumUnpackedBytes,
                MaximumRatio = int.MaxValue, // what it all may unpack to is small
            }));
            return package;
        }
        catch (ZipException fault)
        {
            throw package.Refuse(fault.Fault, fault.Message);
        }
    }

    /// <summary>Whether there is a part of this name, letter case aside.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Size of a part unpacked, as the list says it.</summary>
    public long SizeOf(string name) => _entries[name].Length;

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

        _unpacked += entry.Length;
        if (entry.Length > most || _unpacked > _limits.MaximumUnpackedBytes)
        {
            throw Refuse(ZipFault.TooLarge, string.Empty);
        }

        try
        {
            // The array is no larger than the limits, whatever the list says.
            var bytes = new byte[entry.Length];
            using var part = ZipEntryStream.Open(Stream(), entry);
            part.ReadExactly(bytes);
            part.ReadByte(); // reaches the end, where length and check sum are compared
            return bytes;
        }
        catch (ZipException fault)
        {
            throw Refuse(fault.Fault, fault.Message);
        }
    }

    private void Take(ZipIndex index)
    {
        foreach (var refused in index.Refused.OrderByDescending(refused => refused.Fault == ZipFault.Encrypted))
        {
            throw Refuse(refused.Fault, "of a part, " + refused.Why);
        }

        foreach (var entry in index.Entries)
        {
            if (!_entries.TryAdd(entry.Name, entry))
            {
                throw Refuse(ZipFault.SameName, "two parts bear one name");
            }
        }
    }

    private MemoryStream Stream() => MemoryMarshal.TryGetArray(_bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) // not null: it was given
        : new MemoryStream(_bytes.ToArray(), writable: false);

    private DocumentException Refuse(ZipFault fault, string why) => fault switch
    {
        ZipFault.Encrypted => new(DocumentFault.Encrypted, DocumentMessages.Encrypted("The document")),
        ZipFault.TooLarge => new(DocumentFault.TooLarge, string.Create(
            CultureInfo.InvariantCulture,
            $"The document unpacks to more than what is read ({_limits.MaximumUnpackedBytes / (1024 * 1024)} MB), in the zip it is packed in: it is full of pictures, or it was made to fill the memory. Nothing was kept. {DocumentMessages.Ask}")),
        ZipFault.TooManyEntries => new(DocumentFault.TooComplex, string.Create(
            CultureInfo.InvariantCulture,
            $"The document has too many parts, in the zip it is packed in: at most {_limits.MaximumEntries} are read, and a text has some twenty. Nothing was kept. {DocumentMessages.Ask}")),
        ZipFault.Damaged or ZipFault.UnknownPacking or ZipFault.UnsafeName or ZipFault.SameName or ZipFault.Link =>
            new(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in the zip it is packed in", why)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown fault of a zip."),
    };
}
