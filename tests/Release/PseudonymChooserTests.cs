using Blog.Redact;
using Blog.Release;

namespace Blog.Tests.Release;

public sealed class PseudonymChooserTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    [Fact]
    public void The_same_person_gets_the_same_words_and_another_thread_other_words()
    {
        var chooser = new PseudonymChooser(Key);
        var here = chooser.Choose("t1", "name:gull", _ => false);
        Assert.Equal(here, new PseudonymChooser(Key).Choose("t1", "name:gull", _ => false));
        Assert.NotEqual(here, chooser.Choose("t2", "name:gull", _ => false));
        Assert.NotEqual(here, new PseudonymChooser(new byte[32]).Choose("t1", "name:gull", _ => false));
        Assert.Matches("^[A-Z][a-z]+ [A-Z][a-z]+$", here);
    }

    [Fact]
    public void Scope_and_identity_cannot_run_into_each_other() =>
        Assert.NotEqual(new PseudonymChooser(Key).Choose("ab", "c", _ => false), new PseudonymChooser(Key).Choose("a", "bc", _ => false));

    [Fact]
    public void More_people_than_pairs_of_words_still_get_a_name_each()
    {
        var chooser = new PseudonymChooser(Key);
        var taken = new HashSet<string>();
        for (var person = 0; person < 100_000; person++)
        {
            Assert.True(taken.Add(chooser.Choose("site", $"name:p{person}", taken.Contains)));
        }

        Assert.True(taken.Count(name => name.Split(' ').Length == 2) > 50_000);
    }

    [Theory]
    [InlineData("pseudonym-adjectives")]
    [InlineData("pseudonym-nouns")]
    public void The_lists_are_long_plain_and_without_repeats(string table)
    {
        var words = WordTable.Read("Release." + table);
        Assert.True(words.Count >= 200);
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{3,14}$", word));
    }

    [Fact]
    public void No_word_of_a_pseudonym_is_a_name_or_a_trade_of_these_archives() =>
        Assert.Empty(WordTable.Read("Release.pseudonym-adjectives").Concat(WordTable.Read("Release.pseudonym-nouns")).Intersect(WordTable.Read("Redact.common-words")));
}
