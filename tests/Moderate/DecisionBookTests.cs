using Blog.Moderate;
using Blog.Vault;
using static Blog.Tests.Moderate.ModerationSamples;

namespace Blog.Tests.Moderate;

public sealed class DecisionBookTests
{
    [Fact]
    public void Undoing_is_without_limit()
    {
        var first = RedactTerm("Ottoline");
        var undo = Undo(first);
        var again = Undo(undo);
        var once_more = Undo(again);

        Assert.True(DecisionBook.Of([first]).IsInForce(first.Handle));
        Assert.False(DecisionBook.Of([first, undo]).IsInForce(first.Handle));
        Assert.True(DecisionBook.Of([first, undo, again]).IsInForce(first.Handle));
        Assert.False(DecisionBook.Of([first, undo, again, once_more]).IsInForce(first.Handle));
    }

    [Fact]
    public void A_decision_that_replaces_another_ends_it_and_undoing_it_brings_the_other_back()
    {
        var first = RedactTerm("Ottoline");
        var second = RedactTerm("Ottoline") with { Replaces = first.Handle };

        Assert.Equal([second], DecisionBook.Of([first, second]).InForce);
        Assert.Equal([first], DecisionBook.Of([first, second, Undo(second)]).InForce);
    }

    [Fact]
    public void Undoings_are_kept_and_not_in_force_themselves()
    {
        var first = RedactTerm("Ottoline");
        var book = DecisionBook.Of([first, Undo(first)]);

        Assert.Equal(2, book.All.Count);
        Assert.Empty(book.InForce);
    }

    private static VaultDecision Undo(VaultDecision decision) => Decide(DecisionAction.Undo, decision.Scope) with { Replaces = decision.Handle };
}
