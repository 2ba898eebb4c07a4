namespace Blog.Text;

/// <summary>Finds words of a few letters where whole words stand, without looking inside longer ones: "com" is a nickname, and a part of half of all words.</summary>
internal sealed class ShortWords
{
    /// <summary>Letters of the longest word.</summary>
    public const int Longest = WordEdges.LongWord - 1;

    private readonly SpellingTable _words = new();
    private readonly byte[] _lengths = new byte[1 << 12]; // by the first two letters, bit n for words of n letters

    /// <summary>Takes the words, each once.</summary>
    public ShortWords(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = _words.Add(words[i]);
            var first = LetterAutomaton.Small(word[0]) << 6;
            for (var second = 0; second < 64; second++)
            {
                if (word.Length == 1 || second == LetterAutomaton.Small(word[1]))
                {
                    _lengths[first | second] |= (byte)(1 << word.Length);
                }
            }
        }

        IsEmpty = words.Count == 0;
    }

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty { get; }

    /// <summary>Every place where one of the words begins with a word of the text and ends with one, which need not be the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">Its letters, or its shapes.</param>
    /// <param name="found">Takes each by word and first letter, in order of their starts.</param>
    public void Search(FoldedLetters text, ReadOnlySpan<char> letters, List<(int Pattern, int Start)> found)
    {
        for (var at = 0; at < letters.Length; at++)
        {
            if (!text.Is(at, LetterTraits.WordStart))
            {
                continue;
            }

            var second = at + 1 < letters.Length ? LetterAutomaton.Small(letters[at + 1]) : 0;
            var lengths = _lengths[(LetterAutomaton.Small(letters[at]) << 6) | second];
            for (var length = 1; lengths >> length != 0 && at + length <= letters.Length; length++)
            {
                if (((lengths >> length) & 1) != 0 && text.Is(at + length - 1, LetterTraits.WordEnd) && _words.TryFind(letters.Slice(at, length), out var word))
                {
                    found.Add((word, at));
                }
            }
        }
    }
}
