using Blog.Text;

namespace Blog.Redact.Facts;

/// <summary>Numbers for the words that tables and patterns know, so that matching compares numbers; spellings of one word share one.</summary>
internal sealed class Vocabulary
{
    /// <summary>The number of every other word.</summary>
    public const int Unknown = -1;

    /// <summary>Spellings of chat and haste, and the word each stands for. Own list.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["u"] = "you", ["ya"] = "you", ["ye"] = "you", ["yer"] = "your", ["ur"] = "your", ["yr"] = "your", ["meself"] = "myself", ["ima"] = "i",
        ["workin"] = "working", ["livin"] = "living", ["studyin"] = "studying", ["ol"] = "old", ["ole"] = "old", ["cos"] = "because", ["cause"] = "because",
    };

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Vocabulary()
    {
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (spelling, word) in Aliases)
        {
            _ids[spelling] = Add(word);
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a word of a table, given one where it has none.</summary>
    public int Add(string word)
    {
        var folded = NameFolding.Fold(word);
        if (!_ids.TryGetValue(folded, out var id))
        {
            id = Count++;
            _ids.Add(folded, id);
        }

        return id;
    }

    /// <summary>The number of a word of a text.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        const int Longest = 32; // no word of the tables is longer
        if (word.Length > Longest)
        {
            return Unknown;
        }

        Span<char> lower = stackalloc char[Longest];
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAscii(word[i]))
            {
                return _ids.TryGetValue(NameFolding.Fold(word.ToString()), out var folded) ? folded : Unknown;
            }

            lower[i] = char.ToLowerInvariant(word[i]);
        }

        return _lookup.TryGetValue(lower[..word.Length], out var id) ? id : Unknown;
    }
}
