namespace Blog.Redact.Facts;

/// <summary>The small words of measures: units of time and money, decades, "nearly", "and a half".</summary>
internal sealed class FactUnits
{
    private const double WeeksInMonth = 365.25 / 12 / 7;
    private readonly Dictionary<int, double> _months = [];
    private readonly Dictionary<int, double> _decades = [];
    private readonly Dictionary<int, char> _thirds = [];
    private readonly Dictionary<int, int> _bounds = [];
    private readonly HashSet<int> _currencySigns;
    private readonly HashSet<int> _currencyWords;
    private readonly HashSet<int> _thousands;
    private readonly HashSet<int> _universities;
    private readonly HashSet<int> _ranges;
    private readonly HashSet<int> _fillers;
    private readonly HashSet<int> _sentenceWords;
    private readonly int _and;
    private readonly int _a;
    private readonly int _half;
    private readonly int _s;
    private readonly int _of;
    private readonly int _than;

    public FactUnits(Vocabulary vocabulary)
    {
        HashSet<int> Set(string words) => [.. words.Split(' ').Select(vocabulary.Add)];
        foreach (var (words, months) in new[] { ("year years yr yrs", 12.0), ("month months mth mths", 1), ("week weeks wk wks", 1 / WeeksInMonth), ("decade decades", 120), ("day days", 12 / 365.25) })
        {
            foreach (var id in Set(words))
            {
                _months[id] = months;
            }
        }

        foreach (var (word, from) in new[] { ("teens", 13.0), ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60), ("seventies", 70), ("eighties", 80) })
        {
            _decades[vocabulary.Add(word)] = from;
        }

        foreach (var (word, third) in new[] { ("early", 'e'), ("mid", 'm'), ("middle", 'm'), ("late", 'l') })
        {
            _thirds[vocabulary.Add(word)] = third;
        }

        foreach (var (words, bound) in new[] { ("over more above", 1), ("nearly almost under less approaching", -1) })
        {
            foreach (var id in Set(words))
            {
                _bounds[id] = bound;
            }
        }

        _currencySigns = Set("£ $ €");
        _currencyWords = Set("pounds quid euros euro dollars dollar usd gbp chf francs kroner krona kronor yen rupees rand pesos lira yuan reais kwacha bucks cad aud pa");
        _thousands = Set("k thousand grand lakh");
        _universities = Set("university uni college polytechnic poly");
        _ranges = Set("or to and");
        _fillers = Set("long whole full good solid odd wonderful happy short fantastic consecutive");
        _sentenceWords = Set("i the a an we you he she they it my your our this that and but so if when as there what how why who not no yes well hi hello dear thanks");
        _and = vocabulary.Add("and");
        _a = vocabulary.Add("a");
        _half = vocabulary.Add("half");
        _s = vocabulary.Add("s");
        _of = vocabulary.Add("of");
        _than = vocabulary.Add("than");
    }

    /// <summary>How many months a unit of time has; null for other words.</summary>
    public double? Months(FactWord word) => _months.TryGetValue(word.Id, out var months) ? months : null;

    /// <summary>The first year of life of a decade in words or figures ("20s"), and how many words it has.</summary>
    public double? Decade(FactWord[] words, int at, out int length)
    {
        length = 1;
        if (_decades.TryGetValue(words[at].Id, out var from))
        {
            return from;
        }

        length = 2;
        return words[at].Number is { } number and >= 20 and <= 90 && number % 10 == 0 && at + 1 < words.Length && words[at + 1].Id == _s && words[at + 1].Before == Break.Joined ? number : null;
    }

    /// <summary>Which third of a decade a word names: <c>e</c>, <c>m</c>, <c>l</c>; null for other words.</summary>
    public char? Third(FactWord word) => _thirds.TryGetValue(word.Id, out var third) ? third : null;

    /// <summary>Above 0 for "over", below for "nearly", 0 for other words.</summary>
    public int Bound(FactWord word) => _bounds.GetValueOrDefault(word.Id);

    /// <summary>Whether "and a half" or "a half" follows.</summary>
    public bool Half(FactWord[] words, int at) => AndAHalf(words, at) > 0;

    /// <summary>How many words "and a half" has here; 0 where it does not stand.</summary>
    public int AndAHalf(FactWord[] words, int at) =>
        at + 2 < words.Length && words[at].Id == _and && words[at + 1].Id == _a && words[at + 2].Id == _half ? 3 : 0;

    /// <summary>Whether a word is "than".</summary>
    public bool IsThan(FactWord word) => word.Id == _than;

    /// <summary>Whether a word is "of".</summary>
    public bool IsOf(FactWord word) => word.Id == _of;

    /// <summary>Whether a word joins two numbers to a range.</summary>
    public bool IsRange(FactWord word) => _ranges.Contains(word.Id);

    /// <summary>Whether a word may stand between a number and its unit.</summary>
    public bool IsFiller(FactWord word) => _fillers.Contains(word.Id);

    /// <summary>Whether a word is a currency's sign.</summary>
    public bool IsCurrencySign(FactWord word) => _currencySigns.Contains(word.Id);

    /// <summary>Whether a word is a currency.</summary>
    public bool IsCurrencyWord(FactWord word) => _currencyWords.Contains(word.Id);

    /// <summary>Whether a word multiplies by a thousand.</summary>
    public bool IsThousand(FactWord word) => _thousands.Contains(word.Id);

    /// <summary>Whether a word is a university.</summary>
    public bool IsUniversity(FactWord word) => _universities.Contains(word.Id);

    /// <summary>Whether a word has its capital from the beginning of a sentence only.</summary>
    public bool IsSentenceWord(FactWord word) => _sentenceWords.Contains(word.Id);
}
