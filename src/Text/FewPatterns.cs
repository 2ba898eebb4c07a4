using System.Numerics;

namespace Blog.Text;

/// <summary>Finds a few hundred patterns: where three letters are those with which one begins, it is compared. Made in a moment, so that each page may have a search of its own.</summary>
internal sealed class FewPatterns : ILetterSearch
{
    /// <summary>Letters of the shortest pattern.</summary>
    public const int Shortest = 3;

    private const int Trigram = 18; // bits of three letters of six bits each

    private readonly string[] _patterns;
    private readonly int[] _first; // by the hash of three letters: one more than a pattern that begins with them; 0 for none
    private readonly int[] _next; // the same for the next pattern with that hash
    private readonly bool[] _begins; // whether _first has one: small enough to stay in the nearest cache
    private readonly int _shift;

    /// <param name="patterns">The patterns, each of at least <see cref="Shortest"/> letters; equal ones must be one.</param>
    public FewPatterns(IReadOnlyList<string> patterns)
    {
        _patterns = [.. patterns];
        _next = new int[_patterns.Length];
        var bits = BitOperations.Log2((uint)_patterns.Length | 1) + 6; // one place in fifty, or fewer, is looked at by chance
        _shift = 32 - bits;
        _first = new int[1 << bits];
        _begins = new bool[1 << bits];
        for (var i = 0; i < _patterns.Length; i++)
        {
            var three = (LetterAutomaton.Small(_patterns[i][0]) << 12) | (LetterAutomaton.Small(_patterns[i][1]) << 6) | LetterAutomaton.Small(_patterns[i][2]);
            ref var first = ref _first[Hash(three)];
            _begins[Hash(three)] = true;
            _next[i] = first;
            first = i + 1;
        }
    }

    /// <inheritdoc/>
    public void Search(ReadOnlySpan<char> letters, int from, int to, List<(int Pattern, int Start)> found)
    {
        if (_patterns.Length == 0 || to - from < Shortest)
        {
            return;
        }

        var begins = _begins;
        var three = (LetterAutomaton.Small(letters[from]) << 6) | LetterAutomaton.Small(letters[from + 1]);
        for (var at = from; at <= to - Shortest; at++)
        {
            three = ((three << 6) | LetterAutomaton.Small(letters[at + 2])) & ((1 << Trigram) - 1);
            var hash = Hash(three);
            if (begins[hash])
            {
                Compare(letters[..to], at, _first[hash], found);
            }
        }
    }

    /// <summary>Compares the patterns of one hash with a place.</summary>
    private void Compare(ReadOnlySpan<char> letters, int at, int pattern, List<(int Pattern, int Start)> found)
    {
        for (; pattern != 0; pattern = _next[pattern - 1])
        {
            if (letters[at..].StartsWith(_patterns[pattern - 1]))
            {
                found.Add((pattern - 1, at));
            }
        }
    }

    private int Hash(int three) => (int)(((uint)three * 0x9E3779B1u) >> _shift);
}
