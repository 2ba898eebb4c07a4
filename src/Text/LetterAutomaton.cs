using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Blog.Text;

/// <summary>Finds all of many patterns in a sequence of letters in one pass (Aho and Corasick, 1975), in time linear in its length and its matches.</summary>
/// <remarks>
/// States are kept sparsely: 20,000 names make half a million states, of which a text visits a few. Most of a text never leaves the root: a filter
/// over the next three and five letters passes over every place where no pattern begins.
/// </remarks>
internal sealed class LetterAutomaton : ILetterSearch
{
    private const int Trigram = 18; // bits of three letters of six bits each
    private const int Quintgram = 20; // bits of the hash of five letters

    private const int FilterLetters = 5; // letters that the filter looks at

    private readonly string[] _patterns;
    private readonly long[] _keys; // state << 16 | letter, plus 1; 0 is free
    private readonly int[] _targets;
    private readonly int[] _fail;
    private readonly int[] _depths; // letters from the root to a state
    private readonly int[] _output; // pattern that ends at a state, or -1
    private readonly int[] _outputLink; // nearest state down the fail links where one ends, or 0
    private readonly BitArray _short = new(1 << 12); // first two letters of patterns of one and two
    private readonly ulong[] _three = new ulong[(1 << Trigram) / 64];
    private readonly ulong[] _threeOnly = new ulong[(1 << Trigram) / 64]; // of patterns of three and four letters
    private readonly ulong[] _five = new ulong[(1 << Quintgram) / 64];
    private readonly bool _hasShort;

    /// <summary>Builds the automaton; equal patterns must be one.</summary>
    public LetterAutomaton(IReadOnlyList<string> patterns)
    {
        _patterns = [.. patterns];
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, (patterns.Sum(pattern => pattern.Length) * 2) + 16));
        _keys = new long[size];
        _targets = new int[size];
        var parents = new List<int> { 0 };
        var letters = new List<char> { '\0' };
        var depths = new List<int> { 0 };
        var output = new List<int> { -1 };
        for (var i = 0; i < _patterns.Length; i++)
        {
            var state = 0;
            foreach (var letter in _patterns[i])
            {
                if (!TryStep(state, letter, out var next))
                {
                    next = parents.Count;
                    parents.Add(state);
                    letters.Add(letter);
                    depths.Add(depths[state] + 1);
                    output.Add(-1);
                    Add(state, letter, next);
                }

                state = next;
            }

            output[state] = i;
            _hasShort |= AddToFilter(_patterns[i]);
        }

        _output = [.. output];
        _depths = [.. depths];
        _fail = new int[parents.Count];
        _outputLink = new int[parents.Count];
        Link(parents, letters, depths);
    }

    /// <summary>Pattern by number.</summary>
    public string PatternAt(int pattern) => _patterns[pattern];

    /// <inheritdoc/>
    /// <remarks>In order of their ends.</remarks>
    public void Search(ReadOnlySpan<char> letters, int from, int to, List<(int Pattern, int Start)> found)
    {
        if (_patterns.Length == 0)
        {
            return;
        }

        var state = 0;
        for (var i = from; i < to; i++)
        {
            if (state == 0)
            {
                i = NextStart(letters, i, to);
                if (i >= to)
                {
                    return;
                }
            }

            var letter = letters[i];
            int next;
            var hasFailed = false;
            while (!TryStep(state, letter, out next) && state != 0)
            {
                state = _fail[state];
                hasFailed = true;
            }

            state = next;
            if (hasFailed && _depths[state] is > 0 and < FilterLetters)
            {
                // Every letter begins some pattern, so the states alone never lead back to the root and to its filter.
                var begin = i + 1 - _depths[state];
                var start = NextStart(letters, begin, to);
                if (start > begin)
                {
                    state = 0;
                    i = start - 1;
                    continue;
                }
            }

            for (var ending = _output[state] >= 0 ? state : _outputLink[state]; ending != 0; ending = _outputLink[ending])
            {
                var pattern = _output[ending];
                found.Add((pattern, i + 1 - _patterns[pattern].Length));
            }
        }
    }

    /// <summary>First place from <paramref name="at"/> on where a pattern may begin.</summary>
    internal int NextStart(ReadOnlySpan<char> letters, int at, int to)
    {
        var last = to - FilterLetters;
        if (at > last)
        {
            return at; // the last few are cheaper to walk than to filter
        }

        var three = (Small(letters[at]) << 6) | Small(letters[at + 1]);
        for (; at <= last; at++)
        {
            three = ((three << 6) | Small(letters[at + 2])) & ((1 << Trigram) - 1);
            if (Has(_three, three) && (Has(_threeOnly, three) || Has(_five, Hash(three, letters[at + 3], letters[at + 4]))))
            {
                return at;
            }

            if (_hasShort && _short[three >> 6])
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>A letter in six bits; different ones may have the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // asked for every letter of a site
    internal static int Small(char letter) => letter < 128 ? SmallTable[letter] : 36 + (letter % 28);

    /// <summary>Letters, then digits; folded text holds no other ASCII.</summary>
    private static readonly byte[] SmallTable = [.. Enumerable.Range(0, 128).Select(letter => (byte)(letter is >= 'a' and <= 'z' ? letter - 'a' : letter is >= '0' and <= '9' ? letter - '0' + 26 : 36 + (letter % 28)))];

    private static int Hash(int three, char fourth, char fifth) =>
        (int)(((uint)((three << 12) | (Small(fourth) << 6) | Small(fifth)) * 0x9E3779B1u) >> (32 - Quintgram));

    private static bool Has(ulong[] bits, int index) => ((bits[index >> 6] >> (index & 63)) & 1) != 0;

    private static void Set(ulong[] bits, int index) => bits[index >> 6] |= 1UL << (index & 63);

    /// <summary>Lets the places through where a pattern begins; true for one of less than three letters.</summary>
    private bool AddToFilter(string pattern)
    {
        if (pattern.Length < 3)
        {
            var first = Small(pattern[0]) << 6;
            for (var second = 0; second < 64; second++)
            {
                if (pattern.Length == 1 || second == Small(pattern[1]))
                {
                    _short[first | second] = true;
                }
            }

            return true;
        }

        var three = (((Small(pattern[0]) << 6) | Small(pattern[1])) << 6) | Small(pattern[2]);
        Set(_three, three);
        if (pattern.Length < 5)
        {
            Set(_threeOnly, three);
        }
        else
        {
            Set(_five, Hash(three, pattern[3], pattern[4]));
        }

        return false;
    }

    private void Link(List<int> parents, List<char> letters, List<int> depths)
    {
        // Breadth first: states in order of depth, which a stable count sort gives.
        var order = Enumerable.Range(1, parents.Count - 1).OrderBy(state => depths[state]);
        foreach (var state in order)
        {
            var fail = 0;
            if (parents[state] != 0)
            {
                var back = _fail[parents[state]];
                while (!TryStep(back, letters[state], out fail) && back != 0)
                {
                    back = _fail[back];
                }
            }

            _fail[state] = fail;
            _outputLink[state] = _output[fail] >= 0 ? fail : _outputLink[fail];
        }
    }

    private bool TryStep(int state, char letter, out int next)
    {
        var key = (((long)state << 16) | letter) + 1;
        var mask = _keys.Length - 1;
        for (var slot = Slot(key, mask); ; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
            {
                next = _targets[slot];
                return true;
            }

            if (_keys[slot] == 0)
            {
                next = 0;
                return false;
            }
        }
    }

    private void Add(int state, char letter, int target)
    {
        var key = (((long)state << 16) | letter) + 1;
        var mask = _keys.Length - 1;
        var slot = Slot(key, mask);
        while (_keys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _keys[slot] = key;
        _targets[slot] = target;
    }

    private static int Slot(long key, int mask) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> 32) & mask;
}
