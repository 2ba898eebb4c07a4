using System.Buffers.Binary;
using System.Numerics;

namespace Blog.Source;

/// <summary>
/// <c>input/redactions.sealed</c>: what must not be in the site, in numbers that say nothing without the key. The line <c>subrosa-sealed 1</c>, then
/// 32 bytes of salt, a byte each for the binary logarithms of both counts, the filter (64-bit numbers, little-endian, rising) and the entries (32
/// bytes each, rising as bytes). Both counts are powers of two; the rest is chance, and nothing tells it from what is meant.
/// </summary>
public sealed class SealedRedactions
{
    /// <summary>The least count of each part, so that few secrets look like many.</summary>
    public const int Least = 256;

    private const int MostLog = 26; // 64 million: beyond it somebody made the file to fill the memory

    private static readonly byte[] Head = "subrosa-sealed 1\n"u8.ToArray();

    private readonly ulong[] _filter;
    private readonly byte[] _entries;
    private readonly int[] _buckets;
    private readonly int _shift;

    private SealedRedactions(byte[] salt, ulong[] filter, byte[] entries)
    {
        Salt = salt;
        _filter = filter;
        _entries = entries;

        // Four buckets a number by their leading bits: most lookups, which find nothing, end with two neighbouring accesses.
        var log = BitOperations.Log2((uint)filter.Length) + 2;
        _shift = 64 - log;
        _buckets = new int[(1 << log) + 1];
        for (var (bucket, i) = (0, 0); bucket < _buckets.Length; bucket++)
        {
            while (i < filter.Length && (int)(filter[i] >> _shift) < bucket)
            {
                i++;
            }

            _buckets[bucket] = i;
        }
    }

    /// <summary>The salt of this release.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>Numbers of the filter, a power of two.</summary>
    public int FilterCount => _filter.Length;

    /// <summary>Entries, a power of two.</summary>
    public int EntryCount => _entries.Length / SealCode.EntryLength;

    /// <summary>Makes the file of a release.</summary>
    /// <param name="salt">32 bytes of chance.</param>
    /// <param name="filter">Numbers of the filter.</param>
    /// <param name="entries">Entries, 32 bytes each.</param>
    /// <param name="fill">Fills the rest of both parts with chance.</param>
    public static SealedRedactions Make(byte[] salt, IReadOnlyCollection<ulong> filter, IReadOnlyCollection<byte[]> entries, Action<byte[]> fill)
    {
        var numbers = new ulong[Padded(filter.Count)];
        var chance = new byte[(numbers.Length - filter.Count) * sizeof(ulong)];
        fill(chance);
        var at = 0;
        foreach (var number in filter)
        {
            numbers[at++] = number;
        }

        for (var i = 0; at < numbers.Length; i += sizeof(ulong))
        {
            numbers[at++] = BinaryPrimitives.ReadUInt64LittleEndian(chance.AsSpan(i));
        }

        Array.Sort(numbers);
        var all = new List<byte[]>(entries);
        while (all.Count < Padded(entries.Count))
        {
            var one = new byte[SealCode.EntryLength];
            fill(one);
            all.Add(one);
        }

        all.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        return new SealedRedactions(salt, numbers, [.. all.SelectMany(entry => entry)]);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SourceException">It is not whole, or of another version: a check with half of it would miss things in silence.</exception>
    public static SealedRedactions Parse(ReadOnlySpan<byte> bytes, string path)
    {
        var counts = Head.Length + SealCode.SaltLength;
        if (bytes.Length < counts + 2 || !bytes.StartsWith(Head) || bytes[counts] > MostLog || bytes[counts + 1] > MostLog)
        {
            throw Broken(path);
        }

        var filter = new ulong[1 << bytes[counts]];
        var entries = (1 << bytes[counts + 1]) * SealCode.EntryLength;
        var rest = bytes[(counts + 2)..];
        if (rest.Length != ((long)filter.Length * sizeof(ulong)) + entries)
        {
            throw Broken(path);
        }

        for (var i = 0; i < filter.Length; i++)
        {
            filter[i] = BinaryPrimitives.ReadUInt64LittleEndian(rest[(i * sizeof(ulong))..]);
            if (i > 0 && filter[i] < filter[i - 1])
            {
                throw Broken(path);
            }
        }

        var parsed = new SealedRedactions(bytes.Slice(Head.Length, SealCode.SaltLength).ToArray(), filter, rest[(filter.Length * sizeof(ulong))..].ToArray());
        for (var i = 1; i < parsed.EntryCount; i++)
        {
            if (parsed.EntryAt(i - 1).SequenceCompareTo(parsed.EntryAt(i)) > 0)
            {
                throw Broken(path);
            }
        }

        return parsed;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Head.Length + SealCode.SaltLength + 2 + (_filter.Length * sizeof(ulong)) + _entries.Length];
        Head.CopyTo(bytes, 0);
        Salt.Span.CopyTo(bytes.AsSpan(Head.Length));
        var at = Head.Length + SealCode.SaltLength;
        bytes[at++] = (byte)BitOperations.Log2((uint)FilterCount);
        bytes[at++] = (byte)BitOperations.Log2((uint)EntryCount);
        foreach (var number in _filter)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), number);
            at += sizeof(ulong);
        }

        _entries.CopyTo(bytes, at);
        return bytes;
    }

    /// <summary>Whether the filter has a number.</summary>
    public bool HasNumber(ulong number)
    {
        var bucket = (int)(number >> _shift);
        for (var i = _buckets[bucket]; i < _buckets[bucket + 1]; i++)
        {
            if (_filter[i] == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is an entry.</summary>
    public bool HasEntry(ReadOnlySpan<byte> entry)
    {
        var (low, high) = (0, EntryCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = EntryAt(middle).SequenceCompareTo(entry);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    private ReadOnlySpan<byte> EntryAt(int index) => _entries.AsSpan(index * SealCode.EntryLength, SealCode.EntryLength);

    private static int Padded(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Least, count));

    private static SourceException Broken(string path) =>
        new(path, 0, "The sealed redactions are not whole, or of a version this program does not know, so the site cannot be checked against them. Make the file anew: release --seal.");
}
