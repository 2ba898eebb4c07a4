using Blog.Redact.Facts.Patterns;

namespace Blog.Redact.Facts;

/// <summary>Says what stands at a word of one text: phrases of the lexicons, numbers, ages, durations, money, people.</summary>
internal sealed class FactClasses
{
    private readonly FactWord[] _words;
    private readonly FactLanguage _language;
    private readonly FactUnits _units;
    private readonly LexiconMatch[][] _phrases;
    private readonly (bool IsRead, Capture? Capture)[][] _computed;
    private readonly PersonReader _people;

    public FactClasses(FactWord[] words, FactLanguage language)
    {
        _words = words;
        _language = language;
        _units = language.Units;
        _phrases = new LexiconMatch[words.Length][];
        var matches = new List<LexiconMatch>();
        for (var i = 0; i < words.Length; i++)
        {
            language.Lexicon.Find(words, i, matches);
            _phrases[i] = matches.Count == 0 ? [] : [.. matches];
        }

        _computed = [.. ClassNames.Computed.Select(_ => new (bool, Capture?)[words.Length])];
        _people = new PersonReader(words, language, Phrase);
    }

    /// <summary>What a class recognises at a word; null for nothing.</summary>
    public Capture? At(int number, int at)
    {
        if (number >= ClassNames.Computed.Length)
        {
            return Phrase(at, number) is { } match ? new Capture(number, match.Length, match.Value) : null;
        }

        ref var known = ref _computed[number][at]; // asked again by every pattern whose gap reaches here
        if (!known.IsRead)
        {
            known = (true, Compute(number, at));
        }

        return known.Capture;
    }

    /// <summary>Adds the numbers of the classes that recognise something at a word.</summary>
    public void AddNumbers(int at, List<int> numbers)
    {
        foreach (var match in _phrases[at])
        {
            numbers.Add(match.Class);
        }

        for (var number = 0; number < ClassNames.Computed.Length; number++)
        {
            if (At(number, at) is not null)
            {
                numbers.Add(number);
            }
        }
    }

    private Capture? Compute(int number, int at) => ClassNames.Computed[number] switch
    {
        "who" => _people.TryPerson(at, out var length, out var subject) ? new Capture(number, length, string.Empty, Subject: subject) : null,
        "poss" => _people.TryOwner(at, out var length, out var subject) ? new Capture(number, length, string.Empty, Subject: subject) : null,
        "n" => _language.Numbers.TryRead(_words, at, out var length, out var low, out var high) ? Number(number, length, low, high) : null,
        "age" => Age(number, at),
        "year" => _words[at] is { Number: >= 1900 and < 2100 } word && word.End - word.Start == 4 ? Number(number, 1, word.Number.Value, word.Number.Value) : null,
        "decade" => Decade(number, at),
        "dur" => Duration(number, at),
        "money" => Money(number, at),
        "name" => Name(at) is var length and > 0 ? new Capture(number, length, string.Empty) : null,
        "uni" => University(at) is var length and > 0 ? new Capture(number, length, string.Empty) : null,
        var name => throw new InvalidOperationException($"The class {name} is read by nothing."),
    };

    private static Capture Number(int name, int length, double low, double high) =>
        double.IsNaN(low) ? new Capture(name, length, string.Empty) : new Capture(name, length, string.Empty, low, high);

    private LexiconMatch? Phrase(int at, int name)
    {
        foreach (var match in _phrases[at])
        {
            if (match.Class == name)
            {
                return match;
            }
        }

        return null;
    }

    private Capture? Age(int number, int at)
    {
        if (!_language.Numbers.TryRead(_words, at, out var length, out var low, out _) || (low is < 14 or > 105) || low != Math.Floor(low))
        {
            return _words[at].IsMask ? new Capture(number, 1, string.Empty) : null;
        }

        return double.IsNaN(low) ? new Capture(number, length, string.Empty) : new Capture(number, length, string.Empty, low, low + (_units.Half(_words, at + length) ? 1 : 0));
    }

    /// <summary>"twenties", "20s", "mid-thirties", "late 50s".</summary>
    private Capture? Decade(int number, int at)
    {
        var i = at;
        var third = _units.Third(_words[i]);
        i += third is null ? 0 : 1;
        if (i >= _words.Length || _units.Decade(_words, i, out var length) is not { } from)
        {
            return null;
        }

        var (low, high) = third switch
        {
            'e' => (from, from + 3),
            'm' => (from + 3, from + 6),
            'l' => (from + 6, from + 9),
            _ => (from, from + 9),
        };
        return Number(number, i - at + length, low, high);
    }

    /// <summary>A duration in months: "1 year", "nearly 4 decades", "2/3 months", "over XX years", "a year and a half", "18 months".</summary>
    private Capture? Duration(int number, int at)
    {
        var i = at;
        var bound = _units.Bound(_words[i]);
        i += bound == 0 ? 0 : 1;
        if (bound != 0 && i < _words.Length && _units.IsThan(_words[i]))
        {
            i++; // "more than", "less than"
        }

        if (i >= _words.Length || !_language.Numbers.TryRead(_words, i, out var length, out var low, out var high))
        {
            return null;
        }

        i += length;
        if (i + 1 < _words.Length && _words[i].Number is { } upper && _words[i].Before <= Break.Blank && upper >= high && length == 1)
        {
            (high, i) = (upper, i + 1); // "2/3 months", "3-4 years"
        }
        else if (i + 2 < _words.Length && _units.IsRange(_words[i]) && _language.Numbers.TryRead(_words, i + 1, out length, out _, out var to) && to >= high)
        {
            (high, i) = (to, i + 1 + length); // "three or four years"
        }

        i += i < _words.Length && _units.IsFiller(_words[i]) ? 1 : 0; // "two whole years"
        if (i >= _words.Length || _words[i].Before >= Break.Clause || _units.Months(_words[i]) is not { } unit)
        {
            return null;
        }

        i++;
        var half = _units.AndAHalf(_words, i);
        (low, high) = (low * unit + (half > 0 ? unit / 2 : 0), high * unit + (half > 0 ? unit / 2 : 0));
        (low, high) = bound switch
        {
            > 0 => (low, Math.Max(high, low) * 1.5),
            < 0 => (low * 0.75, high),
            _ => (low, high),
        };
        return Number(number, i + half - at, low, high);
    }

    private Capture? Money(int number, int at)
    {
        var i = at + (_units.IsCurrencySign(_words[at]) ? 1 : 0);
        if (i >= _words.Length || _words[i].Number is not { } amount)
        {
            return null;
        }

        var signed = i > at;
        i++;
        if (i < _words.Length && _units.IsThousand(_words[i]))
        {
            (amount, i, signed) = (amount * 1000, i + 1, true);
        }

        if (i < _words.Length && _words[i].Before <= Break.Blank && _units.IsCurrencyWord(_words[i]))
        {
            (i, signed) = (i + 1, true);
        }

        return signed ? Number(number, i - at, amount, amount) : null;
    }

    /// <summary>How many words with capitals stand here, one to three, that are not only a sentence's beginning; 0 for none.</summary>
    private int Name(int at)
    {
        const int Longest = 3;
        var i = at;
        while (i < _words.Length && i - at < Longest && _words[i].IsCapital && !_words[i].IsMask && (i == at || _words[i].Before <= Break.Blank) && !_units.IsSentenceWord(_words[i]))
        {
            i++;
        }

        return i - at;
    }

    /// <summary>How many words "University of Northshire" or "Northshire University" has here; 0 for none.</summary>
    private int University(int at)
    {
        if (_units.IsUniversity(_words[at]))
        {
            var place = at + 2 < _words.Length && _units.IsOf(_words[at + 1]) ? Name(at + 2) : 0;
            return place > 0 ? place + 2 : 0;
        }

        var name = Name(at);
        var end = at + name;
        if (name > 1 && _units.IsUniversity(_words[end - 1]))
        {
            return name;
        }

        return name > 0 && end < _words.Length && _words[end].Before <= Break.Blank && _units.IsUniversity(_words[end]) ? name + 1 : 0;
    }
}
