using Blog.Text;

namespace Blog.Tests.Text;

public sealed class FewPatternsTests
{
    /// <summary>The way of a few and the way of many find the same places, over letters of which many repeat.</summary>
    [Fact]
    public void Few_are_found_where_many_would_be()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var patterns = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Letters(random, random.Next(3, 9))).Distinct(StringComparer.Ordinal).ToList();
            var text = Letters(random, random.Next(0, 400));
            var from = random.Next(0, text.Length + 1);
            var to = random.Next(from, text.Length + 1);
            Assert.Equal(Found(new LetterAutomaton(patterns), text, from, to), Found(new FewPatterns(patterns), text, from, to));
        }
    }

    [Fact]
    public void Some_terms_are_found_as_among_all_of_them()
    {
        string[] terms = ["Linnet Quay", "Quay", "HMP Saltmarsh", "0117 496 0001", "Ann", "Saltmarshite", "Ó Briain", "May"];
        var all = TermMatcher.Of(terms);
        var text = FoldedText.Of("Linnet-Quay in May, at HMP S a l t m a r s h: call (0117) 4960001. Ann O'Briain said L1nnet Quay; the Saltmarshites, yauQ.");
        for (var chosen = 0; chosen < 1 << terms.Length; chosen++)
        {
            var numbers = Enumerable.Range(0, terms.Length).Where(number => (chosen & (1 << number)) != 0).ToList();
            var some = all.Only(numbers);

            Assert.Equal(all.Find(text).Where(match => numbers.Contains(match.Term)), some.Find(text));
            Assert.Equal(all.FindSuspicious(text).Where(match => numbers.Contains(match.Term)), some.FindSuspicious(text));
        }

        Assert.NotEmpty(all.Find(text));
    }

    private static string Letters(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "abé7"[random.Next(4)]));

    private static List<(int Start, int Pattern)> Found(ILetterSearch search, string text, int from, int to)
    {
        var found = new List<(int Pattern, int Start)>();
        search.Search(text, from, to, found);
        return [.. found.Select(place => (place.Start, place.Pattern)).Order()];
    }
}
