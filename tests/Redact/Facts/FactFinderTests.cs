using Blog.Redact;
using Blog.Redact.Facts;

namespace Blog.Tests.Redact.Facts;

public sealed class FactFinderTests
{
    public static TheoryData<string, string, string, string> Told()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var cells in FactCases.Cells("facts.txt"))
        {
            data.Add(cells[0], cells[1], cells[2], cells[3]);
        }

        return data;
    }

    public static TheoryData<string, string> NotTold()
    {
        var data = new TheoryData<string, string>();
        foreach (var cells in FactCases.Cells("not-facts.txt"))
        {
            data.Add(cells[0], cells[1]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void A_fact_is_found_with_its_person_its_words_and_its_value(string kind, string subject, string value, string marked)
    {
        var text = marked.Replace("[[", string.Empty, StringComparison.Ordinal).Replace("]]", string.Empty, StringComparison.Ordinal);
        var words = marked[(marked.LastIndexOf("[[", StringComparison.Ordinal) + 2)..marked.LastIndexOf("]]", StringComparison.Ordinal)];
        var found = FactFinder.Find(ProseView.Of(text)).Where(fact => fact.Kind == Enum.Parse<FactKind>(kind) && !fact.IsNearMiss)
            .Select(fact => (fact.Subject.ToString(), fact.Value.IsUnknown ? "?" : fact.Value.Key, fact.Range.Of(text))).ToList();
        Assert.Contains((subject, value, words), found);
    }

    [Theory]
    [MemberData(nameof(NotTold))]
    public void What_tells_nothing_of_a_person_is_not_taken(string kind, string text) =>
        Assert.DoesNotContain(FactFinder.Find(ProseView.Of(text)), fact => fact.Kind == Enum.Parse<FactKind>(kind) && !fact.IsNearMiss);

    [Fact]
    public void Every_kind_has_samples_that_must_fire_and_samples_that_must_not()
    {
        var kinds = Enum.GetNames<FactKind>().Order(StringComparer.Ordinal);
        Assert.Equal(kinds, FactCases.Cells("facts.txt").Select(cells => cells[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(kinds, FactCases.Cells("not-facts.txt").Select(cells => cells[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Places_are_those_of_the_source_where_the_text_has_escapes_links_and_marks()
    {
        const string Text = "See [this](https://example.org/a_b) \\- I am *34* and [redacted: place] says I work for MTCnovo.";
        var found = FactFinder.Find(ProseView.Of(Text)).Where(fact => !fact.IsNearMiss).Select(fact => fact.Range.Of(Text));
        Assert.Equal(["34", "MTCnovo"], found);
    }

    [Fact]
    public void Words_in_a_quotation_are_marked_as_quoted()
    {
        const string Text = "> I am 34 years old.\n\nThat is young. \"I live in Crewe with cats\" you say. I am 51 years old.";
        Assert.Equal(
            [("34 years old", true), ("Crewe", true), ("51 years old", false)],
            FactFinder.Find(ProseView.Of(Text)).Where(fact => !fact.IsNearMiss).Select(fact => (fact.Range.Of(Text), fact.IsQuoted)));
    }

    [Fact]
    public void Letters_within_a_text_are_told_apart()
    {
        const string Text = "A reader writes.\n\nHi Jo,\n\nI am 34 years old.\n\nKind regards\n\nDear Jo\n\nI live in Crewe.";
        Assert.Equal([1, 2], FactFinder.Find(ProseView.Of(Text)).Where(fact => !fact.IsNearMiss).Select(fact => fact.Letter));
    }

    [Fact]
    public void A_year_of_birth_becomes_an_age_where_the_date_of_the_text_is_known() =>
        Assert.Equal("42-43", Assert.Single(FactFinder.Find(ProseView.Of("I was born in 1972."), 2015), fact => fact.Kind == FactKind.Age).Value.Key);

    [Fact]
    public void Neither_a_fact_nor_its_value_shows_what_it_holds()
    {
        var fact = Assert.Single(FactFinder.Find(ProseView.Of("I live in Crewe.")));
        Assert.DoesNotContain("crewe", $"{fact} {fact.Value} {fact.Subject} {fact.Why}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_work_grows_with_the_text_and_not_faster()
    {
        // Every pattern begins at every word, and no gap ends early: what a hostile text can do. Counted in steps, not in time.
        var small = Steps(2_000);
        var large = Steps(8_000);
        Assert.InRange(large, small, small * 4.4);

        static long Steps(int count)
        {
            var text = string.Concat(Enumerable.Repeat("I my the PSO 's a 25 years in ", count / 8));
            return FactFinder.StepsOf(ProseView.Of(text));
        }
    }
}
