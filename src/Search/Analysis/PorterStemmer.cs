namespace Blog.Search.Analysis;

/// <summary>Reduces an English word in lower case to its stem.</summary>
/// <remarks>
/// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the departures of his own programs that Lucene's PorterStemFilter has too: <c>bli</c>
/// and <c>logi</c> in step 2, and words of one or two letters stay. A letter other than a, e, i, o, u, y counts as a consonant, whatever its script.
/// </remarks>
internal static class PorterStemmer
{
    // Step 1b, after -ed and -ing.
    private static readonly PorterEnding[] Restored = [new("at", "ate"), new("bl", "ble"), new("iz", "ize")];

    /// <summary>Stems a word in place.</summary>
    /// <param name="letters">The word.</param>
    /// <returns>How many of the letters the stem has.</returns>
    public static int Stem(Span<char> letters)
    {
        if (letters.Length <= 2)
        {
            return letters.Length;
        }

        var word = new PorterWord(letters);
        RemovePlural(ref word);
        RemovePast(ref word);
        if (word[^1] == 'y' && word.HasVowel(word.Length - 1))
        {
            word.Replace(1, "i");
        }

        ReplaceEnding(ref word, word.Length > 1 ? PorterEnding.OfStep2(word[^2]) : []);
        ReplaceEnding(ref word, PorterEnding.OfStep3(word[^1]));
        RemoveEnding(ref word);
        RemoveFinalE(ref word);
        return word.Length;
    }

    // Step 1a.
    private static void RemovePlural(ref PorterWord word)
    {
        if (word[^1] == 's')
        {
            if (word.EndsWith("sses") || word.EndsWith("ies"))
            {
                word.Shorten(2);
            }
            else if (word[^2] != 's')
            {
                word.Shorten(1);
            }
        }
    }

    // Step 1b.
    private static void RemovePast(ref PorterWord word)
    {
        if (word[^1] is not ('d' or 'g'))
        {
            return;
        }

        if (word.EndsWith("eed"))
        {
            if (word.Measure(word.Length - 3) > 0)
            {
                word.Shorten(1);
            }

            return;
        }

        var ending = word.EndsWith("ed") ? 2 : word.EndsWith("ing") ? 3 : 0;
        if (ending == 0 || !word.HasVowel(word.Length - ending))
        {
            return;
        }

        word.Shorten(ending);
        foreach (var restored in Restored)
        {
            if (word.EndsWith(restored.Ending))
            {
                word.Replace(restored.Ending.Length, restored.Becomes);
                return;
            }
        }

        if (word.EndsInDoubleConsonant)
        {
            if (word[^1] is not ('l' or 's' or 'z'))
            {
                word.Shorten(1);
            }
        }
        else if (word.Measure(word.Length) == 1 && word.EndsInShortSyllable(word.Length))
        {
            word.Append('e');
        }
    }

    // Steps 2 and 3: the longest ending decides, whether or not the stem before it is long enough.
    private static void ReplaceEnding(ref PorterWord word, ReadOnlySpan<PorterEnding> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending.Ending))
            {
                if (word.Measure(word.Length - ending.Ending.Length) > 0)
                {
                    word.Replace(ending.Ending.Length, ending.Becomes);
                }

                return;
            }
        }
    }

    // Step 4; -ion goes only after s and t.
    private static void RemoveEnding(ref PorterWord word)
    {
        foreach (var ending in word.Length > 1 ? PorterEnding.OfStep4(word[^2]) : [])
        {
            if (word.EndsWith(ending.Ending))
            {
                var stem = word.Length - ending.Ending.Length;
                if (word.Measure(stem) > 1 && (ending.Ending != "ion" || word[stem - 1] is 's' or 't'))
                {
                    word.Shorten(ending.Ending.Length);
                }

                return;
            }
        }
    }

    // Step 5.
    private static void RemoveFinalE(ref PorterWord word)
    {
        if (word[^1] == 'e')
        {
            var measure = word.Measure(word.Length - 1);
            if (measure > 1 || (measure == 1 && !word.EndsInShortSyllable(word.Length - 1)))
            {
                word.Shorten(1);
            }
        }

        if (word.EndsWith("ll") && word.Measure(word.Length) > 1)
        {
            word.Shorten(1);
        }
    }
}
