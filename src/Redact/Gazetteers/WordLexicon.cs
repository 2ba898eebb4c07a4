using System.Text;
using Blog.Text;

namespace Blog.Redact.Gazetteers;

/// <summary>Every word of the tables with a number and its classes, looked up without regard to letter case and accents.</summary>
/// <remarks>A table of open addressing of our own: it is asked once for each word of an archive, without making a string of it.</remarks>
internal sealed class WordLexicon
{
    /// <summary>The hash of nothing.</summary>
    public const uint HashSeed = 2166136261u;

    private const int MaxWord = 40;

    private readonly List<string> _words = [string.Empty];
    private readonly List<WordClass> _classes = [WordClass.None];
    private Slot[] _slots = new Slot[1 << 16];

    /// <summary>How many numbers there are, 0 among them.</summary>
    public int Count => _words.Count;

    /// <summary>The number of a word, 0 where it is in no list.</summary>
    public int IdOf(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxWord)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[MaxWord * 2];
        var length = Fold(word, folded);
        return _slots[SlotOf(folded[..length], out _)].Word;
    }

    /// <summary>The number of a word of ASCII letters and digits whose hash was made while it was read; 0 where it is in no list.</summary>
    public int IdOfAscii(ReadOnlySpan<char> word, uint hash, out WordClass classes)
    {
        var slot = FirstSlot(hash);
        while (_slots[slot].Word != 0)
        {
            if (_slots[slot].Hash == hash && EqualsLower(word, _words[_slots[slot].Word]))
            {
                classes = _classes[_slots[slot].Word];
                return _slots[slot].Word;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        classes = WordClass.None;
        return 0;
    }

    /// <summary>Adds a letter, in small form, to the hash of a word; it begins with <see cref="HashSeed"/> (FNV-1a).</summary>
    public static uint Hash(uint hash, uint lower) => (hash ^ lower) * 16777619u;

    /// <summary>The classes of a word by its number.</summary>
    public WordClass ClassesOf(int id) => _classes[id];

    /// <summary>The word of a number, folded; empty for 0.</summary>
    public string WordOf(int id) => _words[id];

    /// <summary>Adds a word or more classes to it.</summary>
    /// <returns>Its number.</returns>
    public int Add(string word, WordClass classes)
    {
        Span<char> folded = stackalloc char[MaxWord * 2];
        var text = folded[..Fold(word, folded)];
        var slot = SlotOf(text, out var hash);
        if (_slots[slot].Word == 0)
        {
            _slots[slot] = new Slot(hash, _words.Count);
            _words.Add(text.ToString());
            _classes.Add(WordClass.None);
            if (_words.Count * 2 > _slots.Length)
            {
                Grow();
                slot = SlotOf(text, out _);
            }
        }

        _classes[_slots[slot].Word] |= classes;
        return _slots[slot].Word;
    }

    private void Grow()
    {
        _slots = new Slot[_slots.Length * 2];
        for (var id = 1; id < _words.Count; id++)
        {
            var slot = SlotOf(_words[id], out var hash);
            _slots[slot] = new Slot(hash, id);
        }
    }

    private int SlotOf(ReadOnlySpan<char> folded, out uint hash)
    {
        hash = HashSeed;
        foreach (var letter in folded)
        {
            hash = Hash(hash, letter);
        }

        var slot = FirstSlot(hash);
        while (_slots[slot].Word != 0 && !(_slots[slot].Hash == hash && folded.SequenceEqual(_words[_slots[slot].Word])))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private int FirstSlot(uint hash) => (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));

    private static bool EqualsLower(ReadOnlySpan<char> word, string folded)
    {
        if (word.Length != folded.Length)
        {
            return false;
        }

        for (var i = 0; i < folded.Length; i++)
        {
            if ((word[i] | 0x20) != folded[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lower case, accents folded, one kind of apostrophe, nothing invisible; the target holds twice the word.</summary>
    private static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        var length = 0;
        while (length < word.Length && char.IsAscii(word[length]))
        {
            target[length] = char.ToLowerInvariant(word[length]);
            length++;
        }

        return length == word.Length ? length : FoldRest(word[length..], target, length);
    }

    private static int FoldRest(ReadOnlySpan<char> word, Span<char> target, int length)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                target[length++] = char.ToLowerInvariant((char)rune.Value);
            }
            else if (rune.Value is 0x2019 or 0x2018 or 0x02BC)
            {
                target[length++] = '\'';
            }
            else if (InvisibleCharacters.IsInvisible(rune) || LatinFolding.IsCombiningMark(rune))
            {
                continue;
            }
            else if (LatinFolding.TryLatin(rune, out var ascii) && length + ascii.Length <= target.Length)
            {
                ascii.CopyTo(target[length..]);
                length += ascii.Length;
            }
            else
            {
                length += Rune.ToLowerInvariant(rune).EncodeToUtf16(target[length..]);
            }

            if (length > target.Length - 4)
            {
                break;
            }
        }

        return length;
    }

    /// <summary>A place of the table; the hash beside the number spares a look at the word where it is another.</summary>
    /// <param name="Hash">The word's whole hash.</param>
    /// <param name="Word">Its number, 0 where the place is empty.</param>
    private readonly record struct Slot(uint Hash, int Word);
}
