using System.Globalization;

namespace Blog.Redact.Facts;

/// <summary>
/// Truthful ways of saying a fact more generally, from nearly as exact to nearly nothing: "25" as "in my twenties", "an adult"; "14 months"
/// as "about a year"; a town as its county, region, country. Every rung is true of the value; which one hides enough is for a person to say.
/// </summary>
public static class GeneralisationLadder
{
    private const double MonthsInYear = 12;

    private static readonly Dictionary<(FactKind Kind, string Value), string[]> Steps = ReadSteps();

    private static readonly string[] Tens = ["", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    /// <summary>The ladder of a fact; empty where its value is not known (a mark is then all that is left).</summary>
    public static IReadOnlyList<LadderRung> Of(Fact fact) => fact.Value.IsUnknown ? [] : fact.Kind switch
    {
        FactKind.Age => fact.Value is { Low: { } low, High: { } high } ? OfAge(low, high, OwnerWord(fact.Subject)) : OfYear(fact.Value.Key, "born"),
        FactKind.Tenure => fact.Value is { Low: { } low, High: { } high } ? OfMonths(low, high) : OfYear(fact.Value.Key, "since"),
        FactKind.Area or FactKind.BirthPlace => OfPlace(fact.Value.Key),
        FactKind.Income when fact.Value is { Low: { } low, High: { } high } => OfAmount(low, high),
        FactKind.Role or FactKind.Employer or FactKind.Education or FactKind.Family or FactKind.UnusualEvent or FactKind.Sex or FactKind.Health
            or FactKind.RelationshipStatus or FactKind.Income or FactKind.Occupation => OfWords(fact.Kind, fact.Value.Key),
        _ => throw new InvalidOperationException($"Facts of the kind {fact.Kind} have no ladder."),
    };

    /// <summary>The ladder of a date: month and year, part of the year, year, decade.</summary>
    public static IReadOnlyList<LadderRung> OfDate(DateOnly date)
    {
        var part = date.Month switch
        {
            <= 4 => ("early", 1, 4),
            <= 8 => ("the middle of", 5, 8),
            _ => ("late", 9, 12),
        };
        var decade = date.Year / 10 * 10;
        return
        [
            new(date.ToString("MMMM yyyy", CultureInfo.InvariantCulture), Days(new(date.Year, date.Month, 1), new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month)))),
            new(string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {date.Year}"), Days(new(date.Year, part.Item2, 1), new(date.Year, part.Item3, DateTime.DaysInMonth(date.Year, part.Item3)))),
            new(date.Year.ToString(CultureInfo.InvariantCulture), Days(new(date.Year, 1, 1), new(date.Year, 12, 31))),
            new(string.Create(CultureInfo.InvariantCulture, $"the {decade}s"), Days(new(decade, 1, 1), new(decade + 9, 12, 31))),
        ];

        static FactValue Days(DateOnly from, DateOnly to) => FactValue.Between(from.DayNumber, to.DayNumber);
    }

    /// <summary>The ladder of a count: rounded words, then "dozens", "some".</summary>
    public static IReadOnlyList<LadderRung> OfNumber(int number)
    {
        if (number < 2)
        {
            return [];
        }

        var rungs = new List<LadderRung>();
        if (number >= 20)
        {
            var step = number < 100 ? 10 : (int)Math.Pow(10, Math.Floor(Math.Log10(number)));
            var rounded = (int)Math.Round((double)number / step, MidpointRounding.AwayFromZero) * step;
            rungs.Add(new LadderRung($"about {Words(rounded)}", FactValue.Between(rounded - step / 2.0, rounded + step / 2.0)));
            var under = (number - 1) / step * step;
            if (under > 0)
            {
                rungs.Add(new LadderRung($"more than {Words(under)}", FactValue.Between(under + 1, double.MaxValue)));
            }

            rungs.Add(new LadderRung("many", FactValue.Between(20, double.MaxValue)));
        }
        else if (number >= 3)
        {
            rungs.Add(number <= 6 ? new LadderRung("a few", FactValue.Between(3, 6)) : new LadderRung("several", FactValue.Between(7, 19)));
        }

        rungs.Add(new LadderRung("some", FactValue.Between(2, double.MaxValue)));
        return rungs;
    }

    /// <summary>The ladder of a duration known to lie between two numbers of months.</summary>
    public static IReadOnlyList<LadderRung> OfMonths(double low, double high)
    {
        var rungs = new List<LadderRung>();
        var middle = (low + high) / 2;
        foreach (var (step, limit) in new[] { (6.0, 36.0), (MonthsInYear, 120.0), (5 * MonthsInYear, 50 * MonthsInYear) }) // half years, years, five years
        {
            var about = Math.Round(middle / step, MidpointRounding.AwayFromZero) * step;
            var reach = Math.Min(step / 2, Math.Max(3, about / 5)); // what "about" bears: a fifth, and three months of a year
            var words = about >= MonthsInYear && about <= limit ? $"about {YearWords(about)}" : null;
            if (words is not null && low >= about - reach && high <= about + reach && !rungs.Exists(rung => rung.Words == words))
            {
                rungs.Add(new LadderRung(words, FactValue.Between(about - reach, about + reach)));
            }
        }

        foreach (var (words, from, to) in new (string, double, double)[]
        {
            ("some weeks", 0.4, 2.5), ("a few months", 2, 9), ("less than a year", 0, 11.99), ("a few years", 24, 72), ("several years", 36, 132), ("ten years or more", 120, double.MaxValue),
            ("more than a year", 12.01, double.MaxValue), ("some time", 0, double.MaxValue),
        })
        {
            if (low >= from && high <= to)
            {
                rungs.Add(new LadderRung(words, FactValue.Between(from, to)));
            }
        }

        return rungs;
    }

    /// <summary>The ladder of a place by its path: what holds it, one step after another.</summary>
    public static IReadOnlyList<LadderRung> OfPlace(string path)
    {
        var rungs = new List<LadderRung>();
        var parts = path.Split('/');
        for (var length = parts.Length - 1; length > 0; length--)
        {
            var holder = parts[length - 1];
            var words = PlaceWords(parts, length);
            if (words is not null && !(length < parts.Length && parts[length] == holder)) // "bristol/bristol"
            {
                rungs.Add(new LadderRung(words, new FactValue(string.Join('/', parts[..length]))));
            }
        }

        return rungs;
    }

    internal static IReadOnlyList<LadderRung> OfAge(double low, double high, string owner)
    {
        var rungs = new List<LadderRung>();
        var ten = (int)(low / 10);
        if (ten is >= 2 and <= 9 && (int)(high / 10) == ten)
        {
            rungs.Add(new LadderRung($"in {owner} {Tens[ten]}", FactValue.Between(ten * 10, ten * 10 + 9.99)));
        }

        foreach (var (words, from, to) in new (string, double, double)[]
        {
            ("a teenager", 13, 19.99), ("under thirty", 0, 29.99), ("between thirty and sixty", 30, 60), ("over sixty", 60.01, 150), ("an adult", 18, 150), ("a young person", 0, 17.99),
        })
        {
            if (low >= from && high <= to)
            {
                rungs.Add(new LadderRung(words, FactValue.Between(from, to)));
            }
        }

        return rungs;
    }

    /// <summary>The ladder of a worded value; of one with parts ("father; probation") that of its first part that has one.</summary>
    internal static IReadOnlyList<LadderRung> OfWords(FactKind kind, string value)
    {
        foreach (var part in value.Split("; "))
        {
            if (Steps.TryGetValue((kind, part), out var steps))
            {
                return [.. steps.Select((step, index) => new LadderRung(step, new FactValue(step)))];
            }
        }

        return [];
    }

    /// <summary>The steps of every value that the table has, for tests of the table.</summary>
    internal static IReadOnlyDictionary<(FactKind Kind, string Value), string[]> Table => Steps;

    private static List<LadderRung> OfAmount(double low, double high)
    {
        const double Step = 10_000;
        var from = Math.Floor(low / Step) * Step;
        var to = Math.Max(from + Step, Math.Ceiling(high / Step) * Step);
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"between {from:N0} and {to:N0}"), FactValue.Between(from, to)),
            new("an income", FactValue.Between(0, double.MaxValue)),
        ];
    }

    /// <summary>"born 1972" as "born in the 1970s"; "since 1974" as "since the 1970s".</summary>
    private static List<LadderRung> OfYear(string key, string word)
    {
        if (!key.StartsWith(word + " ", StringComparison.Ordinal) || !int.TryParse(key.AsSpan(word.Length + 1), CultureInfo.InvariantCulture, out var year))
        {
            return [];
        }

        var decade = year / 10 * 10;
        var before = word == "born" ? "born in" : word;
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"{before} the {decade}s"), FactValue.Between(decade, decade + 9)),
            new(string.Create(CultureInfo.InvariantCulture, $"{(word == "born" ? "born" : "since some time")} {(year < 2000 ? "in the last century" : "in this century")}"), year < 2000 ? FactValue.Between(1901, 1999) : FactValue.Between(2000, 2100)),
        ];
    }

    private static string OwnerWord(FactSubject subject) => subject.Person switch
    {
        FactPerson.Writer => "my",
        FactPerson.Addressee => "your",
        FactPerson.PostWriter or FactPerson.RelatedTo or FactPerson.Other => "their",
        _ => throw new InvalidOperationException($"No word for what belongs to {subject.Person}."),
    };

    private static string? PlaceWords(string[] parts, int length)
    {
        var name = parts[length - 1];
        var title = string.Join(' ', name.Split(' ').Select(word => word is "and" or "the" or "of" ? word : char.ToUpperInvariant(word[0]) + word[1..]));
        var isUk = parts.Length > 1 && parts[1] == "united kingdom";
        return (isUk, length) switch
        {
            (true, 2) => "the United Kingdom",
            (true, 4) when name is "london" => "London",
            (true, 4) when parts[2] is "england" => $"the {title.Replace("East of England", "east of England", StringComparison.Ordinal)}",
            (true, 4) => title,
            (true, 5) when name is "greater london" => null, // London is the rung above
            (true, 5) when name is "west midlands county" => null,
            (_, 1) => $"somewhere in {title}",
            _ => title,
        };
    }

    private static string YearWords(double months)
    {
        var years = (int)(months / MonthsInYear);
        var half = months % MonthsInYear != 0;
        return (years, half) switch
        {
            (1, false) => "a year",
            (1, true) => "a year and a half",
            (_, true) => $"{Words(years)} and a half years",
            _ => $"{Words(years)} years",
        };
    }

    private static string Words(int number) => number switch
    {
        < 20 => Small[number],
        < 100 when number % 10 == 0 => Tens[number / 10] is var ten && ten == "forties" ? "forty" : ten.Replace("ies", "y", StringComparison.Ordinal),
        < 100 => $"{Words(number / 10 * 10)}-{Small[number % 10]}",
        < 1000 when number % 100 == 0 => number == 100 ? "a hundred" : $"{Small[number / 100]} hundred",
        _ => number.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>The values that the lexicons of a worded kind have.</summary>
    internal static IEnumerable<string> ValuesOf(FactKind kind)
    {
        string[] tables = kind switch
        {
            FactKind.Role => ["roles"],
            FactKind.Employer => ["employers"],
            FactKind.Occupation => ["occupations", "crafts", "workplaces"],
            FactKind.Education => ["degrees", "subjects"],
            FactKind.Family => ["relatives"],
            FactKind.Health => ["health"],
            FactKind.RelationshipStatus => ["statuses", "living"],
            FactKind.Income => ["means"],
            FactKind.UnusualEvent => ["events"],
            _ => [],
        };
        return tables.SelectMany(table => FactTable.Read("Lexicon." + table)).Select(cells => cells[0]).Distinct(StringComparer.Ordinal);
    }

    private static Dictionary<(FactKind Kind, string Value), string[]> ReadSteps()
    {
        var steps = new Dictionary<(FactKind Kind, string Value), string[]>();
        foreach (var cells in FactTable.Read("ladder"))
        {
            var kind = Enum.Parse<FactKind>(cells[0]);
            var values = cells[2] == "*" ? ValuesOf(kind).Where(value => !steps.ContainsKey((kind, value))).ToArray() : FactTable.Parts(cells[2]);
            foreach (var value in values)
            {
                steps.TryAdd((kind, value), cells[1].Split(" > "));
            }
        }

        return steps;
    }
}
