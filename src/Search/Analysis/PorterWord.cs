namespace Blog.Search.Analysis;

/// <summary>A word that is being stemmed, with what Porter's conditions ask of it.</summary>
/// <param name="letters">Its letters, changed in place; never longer than at the beginning.</param>
internal ref struct PorterWord(Span<char> letters)
{
    private readonly Span<char> _letters = letters;

    /// <summary>How many letters it has now; at least one.</summary>
    public int Length { get; private set; } = letters.Length;

    /// <summary>A letter.</summary>
    public readonly char this[int index] => _letters[index];

    /// <summary>Whether it ends in the same two consonants (Porter's *d).</summary>
    public readonly bool EndsInDoubleConsonant => Length >= 2 && _letters[Length - 1] == _letters[Length - 2] && IsConsonant(Length - 1);

    /// <summary>Whether it ends so.</summary>
    public readonly bool EndsWith(string ending) => _letters[..Length].EndsWith(ending, StringComparison.Ordinal);

    /// <summary>Takes letters off its end.</summary>
    public void Shorten(int count) => Length -= count;

    /// <summary>Puts another ending in place of its last letters.</summary>
    public void Replace(int count, string ending)
    {
        Length -= count;
        ending.CopyTo(_letters[Length..]);
        Length += ending.Length;
    }

    /// <summary>Adds a letter, which needs one to have been taken off before.</summary>
    public void Append(char letter) => _letters[Length++] = letter;

    /// <summary>How often a vowel is followed by a consonant within the first letters: m in [C](VC)^m[V].</summary>
    public readonly int Measure(int count)
    {
        var measure = 0;
        var before = true;
        for (var i = 0; i < count; i++)
        {
            var consonant = IsConsonant(i, before);
            if (consonant && !before)
            {
                measure++;
            }

            before = consonant;
        }

        return measure;
    }

    /// <summary>Whether there is a vowel within the first letters (Porter's *v*).</summary>
    public readonly bool HasVowel(int count)
    {
        var before = false;
        for (var i = 0; i < count; i++)
        {
            before = IsConsonant(i, before);
            if (!before)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the first letters end in consonant, vowel, consonant, the last not w, x or y (Porter's *o): hop, fil.</summary>
    public readonly bool EndsInShortSyllable(int count) =>
        count >= 3 && IsConsonant(count - 1) && !IsConsonant(count - 2) && IsConsonant(count - 3) && _letters[count - 1] is not ('w' or 'x' or 'y');

    private readonly bool IsConsonant(int index)
    {
        // A y is the opposite of the letter before it; a run of them turns with each.
        var first = index;
        while (first > 0 && _letters[first] == 'y')
        {
            first--;
        }

        var consonant = IsConsonant(first, beforeIsConsonant: false);
        return (index - first) % 2 == 0 ? consonant : !consonant;
    }

    // At the start a y is a consonant.
    private readonly bool IsConsonant(int index, bool beforeIsConsonant) => _letters[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !beforeIsConsonant,
        _ => true,
    };
}
