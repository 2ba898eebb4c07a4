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
    private Slot[] _slots = new Slot[64];
    private int _count;

    /// <summary>The number of a spelling.</summary>
    public bool TryFind(ReadOnlySpan<char> spelling, out int number)
    {
        var hash = Hash(spelling);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            ref readonly var known = ref _slots[slot];
            if (known.Spelling is null)
            {
                number = -1;
                return false;
            }

            if (known.Hash == hash && spelling.SequenceEqual(known.Spelling))
            {
                number = known.Number;
                return true;
            }
        }
    }

    /// <summary>Gives the next number to a spelling that has none; returns it as a string.</summary>
    public string Add(ReadOnlySpan<char> spelling)
    {
        if ((_count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        var text = spelling.ToString();
        Put(_slots, new Slot(Hash(spelling), _count++, text));
        return text;
    }

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Spelling is not null)
            {
                Put(slots, slot);
            }
        }

        _slots = slots;
    }

    private static void Put(Slot[] slots, Slot spelling)
    {
        var mask = slots.Length - 1;
        var slot = (int)spelling.Hash & mask;
        while (slots[slot].Spelling is not null)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = spelling;
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

    /// <summary>A place of the table; free without a spelling.</summary>
    private readonly record struct Slot(uint Hash, int Number, string? Spelling);
}
