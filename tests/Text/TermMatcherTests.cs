using Blog.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Blog.Tests.Text;

public sealed class TermMatcherTests
{
    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(SharedMaterial.Project, "tests", "Text", "Cases", "terms.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var fields = line.Split('|');
                data.Add(fields[0].Trim(), Unescape(fields[1].Trim()), Unescape(fields[2].Trim()));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_term_is_found_doubted_or_passed_over(string verdict, string term, string text)
    {
        var matcher = TermMatcher.Of([term]);
        var folded = FoldedText.Of(text);
        var found = matcher.Find(folded);
        var doubtful = matcher.FindSuspicious(folded);

        Assert.Equal(verdict, found.Count > 0 ? "found" : doubtful.Count > 0 ? "doubtful" : "none");
    }

    [Fact]
    public void A_match_says_where_it_stands_in_the_source()
    {
        var match = Assert.Single(TermMatcher.Of(["Linnet Quay"]).Find(FoldedText.Of("by L\u200Di\u200Dnnet **Qu\u00E1y**, x")));

        Assert.Equal(new TermMatch(0, 3, "L\u200Di\u200Dnnet **Qu\u00E1y".Length), match);
    }

    [Fact]
    public void Nested_terms_are_all_found_the_longest_first()
    {
        var found = TermMatcher.Of(["Quay", "Linnet Quay", "Linnet"]).Find(FoldedText.Of("Linnet Quay"));

        Assert.Equal([1, 2, 0], found.Select(match => match.Term));
    }

    [Fact]
    public void A_term_without_letters_is_named_as_unsearchable()
    {
        var matcher = TermMatcher.Of(["Alder", "!?", string.Empty, "\u200B"]);

        Assert.Equal([1, 2, 3], matcher.Unsearchable);
        Assert.Equal(4, matcher.Count);
    }

    [Fact]
    public void Many_terms_with_shared_beginnings_are_told_apart()
    {
        var terms = Enumerable.Range(0, 20_000).Select(i => $"Linnet {Word(i)}").ToList();
        var matcher = TermMatcher.Of(terms);
        for (var i = 0; i < terms.Count; i += 997)
        {
            Assert.Equal([i], matcher.Find(FoldedText.Of($"then {terms[i].ToUpperInvariant()} said so")).Select(match => match.Term));
        }

        Assert.Empty(matcher.Find(FoldedText.Of("then Linnet said so")));
    }

    [Fact]
    public void The_search_finds_what_a_plain_one_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
        Gen.Elements('a', 'b', ' ').ArrayOf(40).ToArbitrary(),
        Gen.Elements('a', 'b').ArrayOf(4).ToArbitrary(),
        (text, term) =>
        {
            // Terms of four letters: whole words only, so a plain split is the oracle (spaced-out letters are the exception, and only doubtful).
            var source = new string(text);
            var wanted = new string(term);
            var expected = new List<int>();
            for (var at = source.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = source.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            {
                if ((at == 0 || source[at - 1] == ' ') && (at + 4 == source.Length || source[at + 4] == ' '))
                {
                    expected.Add(at);
                }
            }

            return TermMatcher.Of([wanted]).Find(FoldedText.Of(source)).Select(match => match.Start).SequenceEqual(expected);
        }));

    [SharedFact]
    public void Harmless_texts_raise_no_alarm()
    {
        var targets = EvasionRow.ReadAll().Select(row => row.Target).Distinct(StringComparer.Ordinal).ToList();
        var texts = System.Text.Json.JsonSerializer.Deserialize<string[]>(File.ReadAllText(SharedMaterial.File("data", "hostile", "unicode", "benign-controls.json")))!;
        var matcher = TermMatcher.Of([.. targets, "May", "Mark", "Will", "Grace"]);

        Assert.Equal(21, texts.Length);
        Assert.All(texts, text => Assert.Empty(matcher.Find(FoldedText.Of(text))));
    }

    private static string Word(int number)
    {
        var letters = new char[6];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('b' + ((number >> (3 * i)) % 8));
        }

        return new string(letters);
    }

    private static string Unescape(string text) => System.Text.RegularExpressions.Regex.Unescape(text);
}
