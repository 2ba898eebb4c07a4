using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Redact;
using Blog.Redact.Facts;

namespace Blog.Tests.Redact.Facts;

/// <summary>Every rung is true of its value: read back by this class's own reading of the words, which shares nothing with the ladder.</summary>
public sealed class GeneralisationLadderTests
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["a"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11,
        ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20,
        ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["hundred"] = 100,
    };

    [Fact]
    public void What_is_said_of_an_age_is_true_of_it()
    {
        for (var age = 13; age <= 99; age++)
        {
            var rungs = GeneralisationLadder.OfAge(age, age, "their");
            Assert.NotEmpty(rungs);
            Assert.All(rungs, rung => Assert.True(IsTrueOfAge(rung.Words, age), $"{age}: {rung.Words}"));
            AssertNested(rungs, age);
        }
    }

    [Fact]
    public void What_is_said_of_a_duration_is_true_of_it()
    {
        for (var months = 1; months <= 600; months++)
        {
            var rungs = GeneralisationLadder.OfMonths(months, months);
            Assert.NotEmpty(rungs);
            Assert.All(rungs, rung => Assert.True(IsTrueOfMonths(rung.Words, months), $"{months}: {rung.Words}"));
            AssertNested(rungs, months);
        }
    }

    [Fact]
    public void What_is_said_of_a_span_is_true_of_both_its_ends()
    {
        for (var low = 1; low <= 200; low += 3)
        {
            for (var high = low; high <= low * 2; high += 5)
            {
                Assert.All(GeneralisationLadder.OfMonths(low, high), rung => Assert.True(IsTrueOfMonths(rung.Words, low) && IsTrueOfMonths(rung.Words, high), $"{low} to {high}: {rung.Words}"));
            }
        }
    }

    [Fact]
    public void What_is_said_of_a_number_is_true_of_it()
    {
        for (var number = 2; number <= 12_345; number++)
        {
            var rungs = GeneralisationLadder.OfNumber(number);
            Assert.NotEmpty(rungs);
            Assert.All(rungs, rung => Assert.True(IsTrueOfNumber(rung.Words, number), $"{number}: {rung.Words}"));
        }
    }

    [Fact]
    public void What_is_said_of_a_date_is_true_of_it()
    {
        for (var date = new DateOnly(1998, 12, 30); date.Year < 2013; date = date.AddDays(5))
        {
            var words = GeneralisationLadder.OfDate(date).Select(rung => rung.Words).ToList();
            Assert.Equal(date.ToString("MMMM yyyy", CultureInfo.InvariantCulture), words[0]);
            Assert.Equal(date.Month <= 4 ? "early" : date.Month <= 8 ? "the middle of" : "late", words[1][..^5]);
            Assert.Equal(date.Year.ToString(CultureInfo.InvariantCulture), words[2]);
            Assert.Equal($"the {date.Year / 10}0s", words[3]);
            AssertNested(GeneralisationLadder.OfDate(date), date.DayNumber);
        }
    }

    [Fact]
    public void Every_rung_of_a_place_holds_it()
    {
        var places = new PlaceTable();
        Assert.NotEmpty(places.Phrases);
        foreach (var path in places.Phrases.Select(phrase => phrase.Path).Distinct())
        {
            Assert.All(GeneralisationLadder.OfPlace(path), rung => Assert.True(path.StartsWith(rung.Meaning.Key + "/", StringComparison.Ordinal) && Names(rung), $"{path}: {rung.Words}"));
        }

        static bool Names(LadderRung rung) => rung.Words.Contains(rung.Meaning.Key.Split('/')[^1], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("crewe", "Cheshire, the North West, England, the United Kingdom, somewhere in Europe")]
    [InlineData("croydon", "London, England, the United Kingdom, somewhere in Europe")]
    [InlineData("bristol", "the South West, England, the United Kingdom, somewhere in Europe")]
    [InlineData("swansea", "West Glamorgan, South Wales, Wales, the United Kingdom, somewhere in Europe")]
    [InlineData("osaka", "Japan, somewhere in Asia")]
    public void A_place_is_said_by_what_holds_it(string town, string expected) =>
        Assert.Equal(expected, string.Join(", ", GeneralisationLadder.OfPlace(new PlaceTable().PathOf(town)!).Select(rung => rung.Words)));

    [Fact]
    public void Every_value_of_the_lexicons_has_a_ladder_and_the_steps_widen()
    {
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            Assert.All(GeneralisationLadder.ValuesOf(kind), value => Assert.True(GeneralisationLadder.Table.ContainsKey((kind, value)), $"{kind}: {value}"));
        }

        // A word that stands for one value after another word stands for at least as many: else a step would not be more general.
        foreach (var ladder in GeneralisationLadder.Table.GroupBy(pair => pair.Key.Kind))
        {
            var meanings = ladder.SelectMany(pair => pair.Value.Select(step => (step, pair.Key.Value))).GroupBy(pair => pair.step).ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).ToHashSet());
            foreach (var steps in ladder.Select(pair => pair.Value))
            {
                for (var i = 1; i < steps.Length; i++)
                {
                    Assert.True(meanings[steps[i]].IsSupersetOf(meanings[steps[i - 1]]), $"{ladder.Key}: {steps[i - 1]} > {steps[i]}");
                }
            }
        }
    }

    [Theory]
    [InlineData("I'm 25 and new here.", "in my twenties, under thirty, an adult")]
    [InlineData("You are 61 years old.", "in your sixties, over sixty, an adult")]
    [InlineData("I have been in post for 14 months.", "about a year, more than a year, some time")]
    [InlineData("I work here as a PSO.", "practitioner, member of staff, somebody who knows the service")]
    [InlineData("I work for Sodexo.", "a company in the service, a company, an employer")]
    [InlineData("I was born in 1972.", "born in the 1970s, born in the last century")]
    public void A_fact_of_a_text_has_its_ladder(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", GeneralisationLadder.Of(Assert.Single(FactFinder.Find(ProseView.Of(text)), fact => !fact.IsNearMiss)).Select(rung => rung.Words)));

    [Fact]
    public void A_masked_value_has_no_ladder() =>
        Assert.Empty(GeneralisationLadder.Of(Assert.Single(FactFinder.Find(ProseView.Of("I am XX years old.")), fact => !fact.IsNearMiss)));

    private static void AssertNested(IReadOnlyList<LadderRung> rungs, double value) =>
        Assert.All(rungs, rung => Assert.True(rung.Meaning.Low <= value && value <= rung.Meaning.High, $"{value}: {rung.Words}"));

    private static bool IsTrueOfAge(string words, int age) => words switch
    {
        "a teenager" => age is >= 13 and <= 19,
        "under thirty" => age < 30,
        "between thirty and sixty" => age is >= 30 and <= 60,
        "over sixty" => age > 60,
        "an adult" => age >= 18,
        "a young person" => age < 18,
        _ => Numbers[Regex.Match(words, "^in their (.*)ies$").Groups[1].Value + "y"] is var ten && age >= ten && age < ten + 10,
    };

    private static bool IsTrueOfMonths(string words, int months)
    {
        switch (words)
        {
            case "some weeks":
                return months <= 2;
            case "a few months":
                return months is >= 2 and <= 9;
            case "less than a year":
                return months < 12;
            case "more than a year":
                return months > 12;
            case "a few years":
                return months is >= 24 and <= 72;
            case "several years":
                return months is >= 36 and <= 132;
            case "ten years or more":
                return months >= 120;
            case "some time":
                return true;
        }

        var match = Regex.Match(words, "^about ([a-z-]+?)(?: and a half)? year|^about (a year) and a half$");
        var years = words is "about a year and a half" or "about a year" ? 1 : NumberOf(match.Groups[1].Value);
        var said = years * 12 + (words.Contains("and a half", StringComparison.Ordinal) ? 6 : 0);
        return Math.Abs(months - said) <= Math.Max(3, said / 5.0); // nobody says "about" of more than a fifth
    }

    private static bool IsTrueOfNumber(string words, int number)
    {
        if (words is "some" or "a few" or "several" or "many")
        {
            return words switch
            {
                "a few" => number is >= 3 and <= 6,
                "several" => number is >= 7 and <= 19,
                "many" => number >= 20,
                _ => number >= 2,
            };
        }

        var said = NumberOf(words[(words.StartsWith("about", StringComparison.Ordinal) ? 6 : 10)..]);
        return words.StartsWith("about", StringComparison.Ordinal) ? Math.Abs(number - said) <= said / 2.0 : number > said;
    }

    private static int NumberOf(string words)
    {
        if (int.TryParse(words, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var figures))
        {
            return figures;
        }

        var sum = 0;
        foreach (var word in words.Split(' ', '-'))
        {
            sum = word == "hundred" ? Math.Max(1, sum) * 100 : sum + Numbers[word];
        }

        return sum;
    }
}
