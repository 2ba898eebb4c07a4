namespace Blog.Redact.Facts;

/// <summary>Reads numbers in figures and words.</summary>
internal sealed class NumberWords
{
    private static readonly (string Word, double Low, double High)[] Words =
    [
        ("zero", 0, 0), ("a", 1, 1), ("an", 1, 1), ("one", 1, 1), ("two", 2, 2), ("three", 3, 3), ("four", 4, 4), ("five", 5, 5), ("six", 6, 6), ("seven", 7, 7),
        ("eight", 8, 8), ("nine", 9, 9), ("ten", 10, 10), ("eleven", 11, 11), ("twelve", 12, 12), ("thirteen", 13, 13), ("fourteen", 14, 14),
        ("fifteen", 15, 15), ("sixteen", 16, 16), ("seventeen", 17, 17), ("eighteen", 18, 18), ("nineteen", 19, 19), ("couple", 2, 2), ("few", 2, 6),
        ("several", 3, 12), ("half", 0.5, 0.5), ("dozen", 12, 12), ("many", 4, 60), ("first", 1, 1), ("second", 2, 2), ("third", 3, 3), ("fourth", 4, 4), ("fifth", 5, 5),
    ];

    private static readonly (string Word, double Value)[] TensWords =
    [
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ];

    private readonly Dictionary<int, (double Low, double High)> _small = [];
    private readonly Dictionary<int, double> _tens = [];
    private readonly HashSet<int> _articles;
    private readonly HashSet<int> _vague;
    private readonly int _of;

    public NumberWords(Vocabulary vocabulary)
    {
        foreach (var (word, low, high) in Words)
        {
            _small[vocabulary.Add(word)] = (low, high);
        }

        foreach (var (word, value) in TensWords)
        {
            _tens[vocabulary.Add(word)] = value;
        }

        _articles = [vocabulary.Add("a"), vocabulary.Add("an"), vocabulary.Add("the")];
        _vague = [vocabulary.Add("couple"), vocabulary.Add("few"), vocabulary.Add("dozen"), vocabulary.Add("half"), vocabulary.Add("good")];
        _of = vocabulary.Add("of");
    }

    /// <summary>Reads the number at a word; a masked one is known to be a number and no more.</summary>
    /// <param name="words">The text.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="length">How many words it has.</param>
    /// <param name="low">The least it can be; <see cref="double.NaN"/> where it is masked.</param>
    /// <param name="high">The most.</param>
    public bool TryRead(FactWord[] words, int at, out int length, out double low, out double high)
    {
        (length, low, high) = (0, double.NaN, double.NaN);
        if (at >= words.Length)
        {
            return false;
        }

        if (words[at].Number is { } number)
        {
            (length, low, high) = (1, number, number);
            return true;
        }

        if (words[at].IsMask)
        {
            length = 1;
            return true;
        }

        if (_tens.TryGetValue(words[at].Id, out var tens))
        {
            var unit = at + 1 < words.Length && words[at + 1].Before <= Break.Blank && _small.TryGetValue(words[at + 1].Id, out var next) && next.Low is >= 1 and < 10 && next.Low == next.High &&
                !_articles.Contains(words[at + 1].Id)
                ? next.Low : 0;
            (length, low, high) = (unit > 0 ? 2 : 1, tens + unit, tens + unit);
            return true;
        }

        if (!_small.TryGetValue(words[at].Id, out var small) && !_articles.Contains(words[at].Id))
        {
            return false;
        }

        if (_articles.Contains(words[at].Id) && at + 1 < words.Length && _vague.Contains(words[at + 1].Id) && words[at + 1].Before <= Break.Blank)
        {
            length = 1; // "a couple of", "the last few"
            if (!TryRead(words, at + 1, out var rest, out low, out high))
            {
                return false;
            }

            length += rest;
            return true;
        }

        if (small.Low == 0)
        {
            return false; // "the"
        }

        length = at + 1 < words.Length && words[at + 1].Id == _of ? 2 : 1;
        (low, high) = small;
        return true;
    }
}
