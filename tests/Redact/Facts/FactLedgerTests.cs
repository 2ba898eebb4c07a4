using Blog.Redact.Facts;

namespace Blog.Tests.Redact.Facts;

public sealed class FactLedgerTests
{
    private static readonly FactLedger Ledger = FactLedger.Read(
    [
        FactThreads.Post(1, "Hi Jo,\n\nI'm 25 and a PSO. My father works for the police.\n\nBye", identity: "editor"),
        FactThreads.Comment(1, 2, "The PSO is 25 years old and I am 51 years old. I'm a PSO.", identity: "wren"),
        FactThreads.Comment(1, 3, "I am in my twenties. I'm an SPO."),
        FactThreads.Comment(1, 4, "I am in my twenties."),
        FactThreads.Post(5, "A post of the editor, who lives quietly.", identity: "editor"),
        FactThreads.Comment(5, 6, "I live in Crewe.", identity: "wren"),
    ]);

    [Fact]
    public void A_writers_facts_are_gathered_over_threads_and_the_nameless_stand_alone()
    {
        var wren = Ledger.Writer("wren")!;
        Assert.Equal([FactKind.Age, FactKind.Area, FactKind.Role], wren.Entries.Select(entry => entry.Kind));
        Assert.Equal([FactThreads.Handle(6)], wren.Entries[1].Places.Select(place => place.Text));
        Assert.Equal(2, Ledger.People.Count(person => person.Key.StartsWith("text ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_letters_writer_is_not_the_one_who_posted_it_and_gets_what_others_say_of_them()
    {
        var person = Ledger.Case(FactThreads.Handle(1))!;
        Assert.Null(Ledger.Writer("editor"));
        var age = Assert.Single(person.Entries, entry => entry.Kind == FactKind.Age);
        Assert.Equal([FactThreads.Handle(1), FactThreads.Handle(2)], age.Places.Select(place => place.Text));
    }

    [Fact]
    public void People_share_a_fact_whose_values_fit()
    {
        Assert.Equal(3, Ledger.Sharing([(FactKind.Age, FactValue.Number(25))])); // two of them only say "in my twenties"
        Assert.Equal(1, Ledger.Sharing([(FactKind.Age, FactValue.Number(51))]));
        Assert.Equal(0, Ledger.Sharing([(FactKind.Age, FactValue.Number(83))]));
        Assert.Equal(1, Ledger.Sharing([(FactKind.Age, FactValue.Number(25)), (FactKind.Role, new FactValue("probation services officer"))]));
    }

    [Fact]
    public void The_smallest_sets_single_somebody_out_and_no_smaller_one_does()
    {
        var sets = Ledger.SinglingSets(Ledger.Case(FactThreads.Handle(1))!);
        Assert.Equal(["Family", "Age+Role"], sets.Select(set => string.Join('+', set.Entries.Select(entry => entry.Kind))));
    }

    [Fact]
    public void A_set_says_what_was_compared_shows_no_value_and_promises_nothing()
    {
        var sentences = Ledger.SinglingSets(Ledger.Case(FactThreads.Handle(1))!).Select(set => set.ToString()).ToList();
        Assert.Equal("The family fits nobody else of this archive who tells it; nobody else here tells as much, so nothing could be compared.", sentences[0]);
        Assert.Equal("The age and role together fit nobody else of this archive who tells it; 2 other people here tell as much.", sentences[1]);
        Assert.All(sentences, sentence => Assert.DoesNotMatch("25|PSO|police|father|anonymous|safe|cannot", sentence));
    }

    [Fact]
    public void The_caveat_says_that_nothing_is_guaranteed()
    {
        Assert.Contains("no guarantee either way", FactLedger.Caveat, StringComparison.Ordinal);
        Assert.Contains("this archive only", FactLedger.Caveat, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)is safe|anonymous|cannot be identified|ensures", FactLedger.Caveat);
    }

    [Fact]
    public void Nothing_of_a_ledger_prints_what_it_holds()
    {
        var person = Ledger.Writer("wren")!;
        Assert.DoesNotMatch("wren|51|crewe", $"{person} {person.Entries[0].Value} {person.Entries[0].Places[0].Fact}");
    }
}
