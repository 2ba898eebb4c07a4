using System.Runtime.InteropServices;
using Blog.Text;

namespace Blog.Source;

/// <summary>
/// Finds passages of texts that are not at hand any more, by keyed numbers alone: each stretch of <see cref="Letters"/> folded letters that begins a word is
/// SipHash-2-4 under a key. A quote of that length or more is found however it is spaced, cased or disguised, as far as folding goes. Safe for many threads.
/// </summary>
/// <remarks>
/// Forty letters are some eight words: fewer stand in texts of different people by chance, and a build that fails on "at the end of the day" helps nobody.
/// So a text of fewer letters has no passage, and is looked for by nobody.
/// </remarks>
public sealed class PassageFinder
{
    /// <summary>Folded letters of one stretch.</summary>
    public const int Letters = 40;

    /// <summary>Bytes of the key.</summary>
    public const int KeyLength = 16;

    private readonly SipHash _hash;
    private readonly HashSet<ulong> _numbers;

    /// <summary>Makes a finder.</summary>
    /// <param name="key">16 bytes.</param>
    /// <param name="numbers">Numbers of stretches, from <see cref="NumbersOf"/> under the same key.</param>
    public PassageFinder(ReadOnlySpan<byte> key, IEnumerable<ulong> numbers)
    {
        _hash = new SipHash(key);
        _numbers = [.. numbers];
    }

    /// <summary>How many stretches it knows.</summary>
    public int Count => _numbers.Count;

    /// <summary>The numbers of a text's stretches, under the key of this finder.</summary>
    public IReadOnlySet<ulong> NumbersOf(string text)
    {
        var numbers = new HashSet<ulong>();
        var letters = FoldedText.Of(text).Read;
        for (var first = 0; first + Letters <= letters.Length; first++)
        {
            if (Begins(letters, first))
            {
                numbers.Add(NumberAt(letters, first));
            }
        }

        return numbers;
    }

    /// <summary>Finds every stretch in folded letters.</summary>
    /// <param name="text">The letters.</param>
    /// <param name="found">Takes the first letter of each, and its length to the end of its last word.</param>
    public void Search(in FoldedLetters text, List<(int First, int Length)> found)
    {
        if (_numbers.Count == 0)
        {
            return;
        }

        for (var first = 0; first + Letters <= text.Length; first++)
        {
            if (Begins(text, first) && _numbers.Contains(NumberAt(text, first)))
            {
                var end = first + Letters;
                while (end < text.Length && !Begins(text, end))
                {
                    end++;
                }

                found.Add((first, end - first));
            }
        }
    }

    /// <summary>Where passages stand in a plain or Markdown text: UTF-16 positions, rising, those that meet or are parted by no letter joined.</summary>
    public IReadOnlyList<(int Start, int End)> Find(string text)
    {
        if (_numbers.Count == 0 || text.Length < Letters)
        {
            return [];
        }

        var letters = FoldedText.Of(text).Read;
        var found = new List<(int First, int Length)>();
        Search(letters, found);
        var places = new List<(int Start, int End)>();
        var last = -1; // last letter of the place before
        foreach (var (first, length) in found)
        {
            var (start, end) = (letters.Starts[first], letters.Ends[first + length - 1]);
            if (places.Count > 0 && first <= last + 1 && start >= places[^1].Start)
            {
                places[^1] = (places[^1].Start, Math.Max(end, places[^1].End));
            }
            else
            {
                places.Add((start, end));
            }

            last = first + length - 1;
        }

        places.Sort(); // an address of a link is folded after the text
        return places;
    }

    private static bool Begins(in FoldedLetters text, int first) => first == 0 || text.GapBefore(first) >= LetterGap.Soft || text.Is(first, LetterTraits.WordStart);

    private ulong NumberAt(in FoldedLetters text, int first) => _hash.Of(MemoryMarshal.AsBytes(text.Letters.Slice(first, Letters)));
}
