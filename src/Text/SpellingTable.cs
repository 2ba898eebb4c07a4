using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Blog.Text;

/// <summary>Numbers for spellings of words, in the order in which they first come.</summary>
/// <remarks>
/// Asked for every word of a site: a slot holds the whole hash, so that a string is looked at only where it is the word. The hash is
/// seeded anew for each table, so that no text can be written whose words all fall into one place.
/// </remarks>
internal sealed class SpellingTable
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15UL; // the golden ratio in 64 bits: odd, and its bits are spread evenly

    private readonly ulong _seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private readonly List<string> _spellings = [];
    private (uint Hash, int Number)[] _slots = new (uint, int)[64]; // a number is one more than the spelling's; 0 is free

    /// <summary>The number of a spelling.</summary>
    public bool TryFind(ReadOnlySpan<char> spelling, out int number)
    {
        var hash = Hash(spelling);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var (other, next) = _slots[slot];
            if (next == 0)
            {
                number = -1;
                return false;
            }

            if (other == hash && spelling.SequenceEqual(_spellings[next - 1]))
            {
                number = next - 1;
                return true;
            }
        }
    }

    /// <summary>Gives the next number to a spelling that has none; returns it as a string.</summary>
    public string Add(ReadOnlySpan<char> spelling)
    {
        if ((_spellings.Count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        var text = spelling.ToString();
        _spellings.Add(text);
        Put(_slots, Hash(spelling), _spellings.Count);
        return text;
    }

    private void Grow()
    {
        var slots = new (uint Hash, int Number)[_slots.Length * 2];
        foreach (var (hash, number) in _slots)
        {
            if (number != 0)
            {
                Put(slots, hash, number);
            }
        }

        _slots = slots;
    }

    private static void Put((uint Hash, int Number)[] slots, uint hash, int number)
    {
        var mask = slots.Length - 1;
        var slot = (int)hash & mask;
        while (slots[slot].Number != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = (hash, number);
    }

    private uint Hash(ReadOnlySpan<char> spelling)
    {
        var bytes = MemoryMarshal.AsBytes(spelling);
        var hash = _seed ^ (uint)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        if (bytes.Length > 0)
        {
            var rest = 0UL;
            for (var i = 0; i < bytes.Length; i += sizeof(char))
            {
                rest = (rest << 16) | BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..]);
            }

            hash = Mix(hash ^ rest);
        }

        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Multiplier, out var low);
        return BitOperations.RotateLeft(high, 32) ^ low;
    }
}
