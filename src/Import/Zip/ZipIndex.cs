using System.Buffers.Binary;
using System.Globalization;

namespace Blog.Import.Zip;

/// <summary>The list of entries of a zip (APPNOTE 6.3), believed in nothing that it says about itself; the one reader of zips for exports and documents.</summary>
/// <remarks>
/// .NET's own reader cuts entries short in silence where headers lie about sizes, takes the last of two entries of one name, and never compares
/// the check sum. Here the list is read once; entries may not lie over each other; what is encrypted, packed in unknown ways, a link, badly
/// named or named twice is refused by itself with a reason; and each is unpacked under a count of its bytes, which must be as many as the list
/// says, with the CRC-32 that it says (<see cref="ZipEntryStream"/>). Nothing is ever written to a disk, and no zip within a zip is opened.
/// </remarks>
internal sealed class ZipIndex
{
    private const int EndLength = 22;
    private const int ListedLength = 46;
    private const int LongestComment = 65_535;
    private const int LocatorLength = 20;
    private const int LongEndLength = 56;
    private const int LinkMode = 0xA000; // S_IFLNK of <sys/stat.h>
    private const int ModeMask = 0xF000;

    private readonly ZipLimits _limits;
    private readonly List<ZipRefusal> _refused = [];
    private readonly List<ZipEntry> _entries = [];

    private ZipIndex(ZipLimits limits) => _limits = limits;

    private readonly record struct End(long Count, long Size, long Start, long Shift);

    /// <summary>Entries that may be read, by name in ordinal order; folders are left out.</summary>
    public IReadOnlyList<ZipEntry> Entries => _entries;

    /// <summary>Entries that are not read, in the order of the list.</summary>
    public IReadOnlyList<ZipRefusal> Refused => _refused;

    /// <summary>Reads the list.</summary>
    /// <param name="zip">Can be sought in; left open.</param>
    /// <param name="limits">How much is looked at.</param>
    /// <exception cref="ZipException">The zip as a whole cannot be read.</exception>
    public static ZipIndex Read(Stream zip, ZipLimits limits)
    {
        var index = new ZipIndex(limits);
        index.ReadList(zip);
        return index;
    }

    private static ZipException Lies(string why) => new(ZipFault.Damaged, why);

    private void ReadList(Stream zip)
    {
        var end = FindEnd(zip);
        if (end.Count > _limits.MaximumEntries)
        {
            throw new ZipException(ZipFault.TooManyEntries, string.Create(
                CultureInfo.InvariantCulture, $"it says it has {end.Count} entries, and at most {_limits.MaximumEntries} are read"));
        }

        if (end.Size > _limits.MaximumListBytes)
        {
            throw new ZipException(ZipFault.TooManyEntries, string.Create(
                CultureInfo.InvariantCulture, $"its list of entries has {end.Size} bytes, and at most {_limits.MaximumListBytes} are read"));
        }

        var list = Bytes(zip, end.Start + end.Shift, (int)end.Size);
        var found = new List<(ZipEntry Entry, ZipRefusal? Refusal)>();
        var at = 0;
        for (var i = 0L; i < end.Count; i++)
        {
            at = ReadListed(list, at, end, found);
        }

        if (at != list.Length)
        {
            throw Lies("its list of entries is longer than it says");
        }

        Settle(found, end.Start + end.Shift);
    }

    /// <summary>Looks for entries that lie over each other and names that stand twice, and sorts the rest.</summary>
    private void Settle(List<(ZipEntry Entry, ZipRefusal? Refusal)> found, long listStart)
    {
        var byPlace = found.Select((one, number) => (one.Entry.Header, number)).Order().ToList();
        var next = new long[found.Count];
        for (var i = 0; i < byPlace.Count; i++)
        {
            next[byPlace[i].number] = i + 1 < byPlace.Count ? byPlace[i + 1].Header : listStart;
        }

        var names = found.Where(one => one.Refusal is null && !one.Entry.Name.EndsWith('/')).GroupBy(one => one.Entry.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var total = 0L;
        for (var i = 0; i < found.Count; i++)
        {
            var (entry, refusal) = found[i];
            if (entry.Header + ZipEntryStream.LocalLength + entry.RawName.Length + entry.Packed > next[i])
            {
                throw Lies("two of its entries lie over each other, or one reaches into the list of entries");
            }

            total += entry.Length;
            if (total > _limits.MaximumTotalBytes)
            {
                throw TooLarge(_limits.MaximumTotalBytes);
            }

            refusal ??= names.Contains(entry.Name) ? Refuse(entry.Name, ZipFault.SameName, "another entry bears the same name, and which of them is meant cannot be told") : null;
            if (refusal is not null)
            {
                _refused.Add(refusal);
            }
            else if (!entry.Name.EndsWith('/'))
            {
                _entries.Add(entry with { Next = next[i] });
            }
        }

        _entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
    }

    private static ZipException TooLarge(long most) => new(
        ZipFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than what is read ({most / (1024 * 1024)} MB)"));

    private static ZipRefusal Refuse(string name, ZipFault fault, string why) => new(ZipNames.Shown(name), fault, why);

    private static End FindEnd(Stream zip)
    {
        var length = zip.Length;
        var most = (int)Math.Min(length, EndLength + LongestComment + LocatorLength);
        var tail = Bytes(zip, length - most, most);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            // The comment must end where the file does, so that a mark within a comment or a packed entry is not taken for the end.
            if (tail.AsSpan(at).StartsWith("PK\x05\x06"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length)
            {
                return ReadEnd(zip, tail.AsSpan(at), at >= LocatorLength ? tail.AsSpan(at - LocatorLength, LocatorLength) : [], length - most + at);
            }
        }

        throw Lies("its end is missing, so it was cut off on its way, or it is no zip");
    }

    private static End ReadEnd(Stream zip, ReadOnlySpan<byte> end, ReadOnlySpan<byte> locator, long endStart)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(end[4..]) is not (0 or ushort.MaxValue))
        {
            throw Lies("it is one part of a zip in several parts");
        }

        var (count, size, start) = ((long)BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        var listEnd = endStart;
        if (count == ushort.MaxValue || size == uint.MaxValue || start == uint.MaxValue)
        {
            if (locator.StartsWith("PK\x06\x07"u8)) // the form for files over 4 GB or 65,535 entries (APPNOTE 4.3.14)
            {
                listEnd = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
                var longEnd = listEnd >= 0 && listEnd <= endStart - LocatorLength - LongEndLength ? Bytes(zip, listEnd, LongEndLength) : [];
                if (!longEnd.AsSpan().StartsWith("PK\x06\x06"u8))
                {
                    throw Lies("its list of entries is not where it is said to be");
                }

                count = BinaryPrimitives.ReadInt64LittleEndian(longEnd.AsSpan(32));
                size = BinaryPrimitives.ReadInt64LittleEndian(longEnd.AsSpan(40));
                start = BinaryPrimitives.ReadInt64LittleEndian(longEnd.AsSpan(48));
            }
            else if (size == uint.MaxValue || start == uint.MaxValue)
            {
                throw Lies("its list of entries is not where it is said to be");
            }
        }

        // What stands before the first entry (a self-unpacking program, junk) moves every place by its length.
        var shift = listEnd - start - size;
        return count < 0 || size < 0 || start < 0 || shift < 0 ? throw Lies("its list of entries is not where it is said to be") : new End(count, size, start, shift);
    }

    private int ReadListed(ReadOnlySpan<byte> list, int at, End end, List<(ZipEntry Entry, ZipRefusal? Refusal)> found)
    {
        if (at + ListedLength > list.Length || !list[at..].StartsWith("PK\x01\x02"u8))
        {
            throw Lies("its list of entries is broken");
        }

        var listed = list[at..];
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(listed[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(listed[10..]);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(listed[16..]);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(listed[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(listed[30..]);
        var next = ListedLength + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(listed[32..]);
        var mode = listed[5] is 3 or 19 ? BinaryPrimitives.ReadUInt32LittleEndian(listed[38..]) >> 16 : 0; // made on Unix or macOS
        if (next > listed.Length)
        {
            throw Lies("its list of entries is broken");
        }

        var raw = listed.Slice(ListedLength, nameLength).ToArray();
        var (length, packed, header) = Sizes(listed, listed.Slice(ListedLength + nameLength, extraLength));
        header += end.Shift;
        if (length < 0 || packed < 0 || header < 0 || header > end.Start + end.Shift || packed > end.Start + end.Shift)
        {
            throw Lies("an entry is not where the list of entries says");
        }

        var name = ZipNames.Decode(raw);
        var isFolder = name.EndsWith('/');
        var entry = new ZipEntry { Name = name, Length = length, Packed = packed, Header = header, Crc = crc, IsDeflated = method == 8, RawName = raw };
        var refusal = (flags & 1) != 0 || method == 99 ? Refuse(name, ZipFault.Encrypted, "it is encrypted, and without its password nothing in it can be read")
            : raw.Length > _limits.MaximumNameBytes ? Refuse(name, ZipFault.UnsafeName, string.Create(CultureInfo.InvariantCulture, $"its name is longer than {_limits.MaximumNameBytes} bytes"))
            : ZipNames.Fault(name) is { } fault ? Refuse(name, ZipFault.UnsafeName, fault)
            : isFolder ? length == 0 ? null : Refuse(name, ZipFault.UnsafeName, "it is called a folder and holds bytes")
            : (mode & ModeMask) == LinkMode ? Refuse(name, ZipFault.Link, "it is a link to another file, and links are never followed")
            : method is not (0 or 8) ? Refuse(name, ZipFault.UnknownPacking, "it is packed in a way that is not read")
            : method == 0 && length != packed ? Refuse(name, ZipFault.Damaged, "it is not packed and has two sizes")
            : length > _limits.MaximumEntryBytes ? Refuse(name, ZipFault.TooLarge, TooLarge(_limits.MaximumEntryBytes).Message)
            : length > _limits.RatioFrom && length / _limits.MaximumRatio > packed
                ? Refuse(name, ZipFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {_limits.MaximumRatio} times its size, as no text does: it was made to fill the memory"))
            : null;
        found.Add((entry, refusal));
        return at + next;
    }

    /// <summary>Length, packed length and place of the header; the long form's numbers stand in an extra field (APPNOTE 4.5.3).</summary>
    private static (long Length, long Packed, long Header) Sizes(ReadOnlySpan<byte> listed, ReadOnlySpan<byte> extra)
    {
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(listed[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(listed[24..]);
        long header = BinaryPrimitives.ReadUInt32LittleEndian(listed[42..]);
        if (packed != uint.MaxValue && length != uint.MaxValue && header != uint.MaxValue)
        {
            return (length, packed, header);
        }

        while (extra.Length >= 4)
        {
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
            {
                var numbers = extra.Slice(4, size);
                length = length == uint.MaxValue ? Long(ref numbers) : length;
                packed = packed == uint.MaxValue ? Long(ref numbers) : packed;
                header = header == uint.MaxValue ? Long(ref numbers) : header;
                break;
            }

            extra = extra[(4 + size)..];
        }

        return (length, packed, header);
    }

    private static long Long(ref ReadOnlySpan<byte> numbers)
    {
        if (numbers.Length < 8)
        {
            return -1;
        }

        var value = BinaryPrimitives.ReadInt64LittleEndian(numbers);
        numbers = numbers[8..];
        return value;
    }

    private static byte[] Bytes(Stream zip, long start, int count)
    {
        if (start < 0 || start + count > zip.Length)
        {
            throw Lies("its list of entries is not where it is said to be");
        }

        var bytes = new byte[count];
        zip.Position = start;
        zip.ReadExactly(bytes);
        return bytes;
    }
}
