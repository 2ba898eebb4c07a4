using Blog.Bench.Search;
using Blog.Bench.Threads;
using Blog.Search.Index;
using Blog.Search.Query;
using Blog.Search.Units;

namespace Blog.Tests.Browser;

/// <summary>The search engine of the joined script in Chromium gives what the program's gives over the same index, and stops early with the same hits.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class SearchEngineTests(SampleSite site)
{
    private const string Find = """
        async (asked) => {
          const { SearchIndex } = await import("/engine.js");
          const answers = [];
          let search = null;
          for (const [i, text] of asked.queries.entries()) {
            search = i % 20 === 0 ? new SearchIndex(location.href) : search; // now and then nothing is fetched yet
            const { hits, total, isTotalExact } = await search.find(text, { prefixLetters: 1, prefixTerms: Infinity, ...asked.options });
            answers.push({ total, isTotalExact, units: hits.map((hit) => hit.unit), scores: hits.map((hit) => hit.score).join(" ") });
          }
          return answers;
        }
        """;

    private static readonly Dictionary<string, string> Glossary = new(StringComparer.Ordinal) { ["ZT"] = "the", ["ZTR"] = "zt it", ["PQ"] = "pq" };

    [Fact]
    public async Task Queries_of_the_sample_blog_have_the_hits_that_the_program_finds()
    {
        var units = OracleUnits.Read(site.Output);
        var pages = OracleUnits.Pages(site.Output).ToDictionary(path => path, path => File.ReadAllBytes(Path.Combine(site.Output, path)), StringComparer.Ordinal);
        await using var served = await ServedIndex.StartAsync(site, pages, Glossary);
        List<string> queries = [.. new OracleQueries(units, 41).Draw(240).Select(query => query.Ours), .. Filters()];

        await CompareAsync(served, queries, SearchOptions.Plain);
        await CompareAsync(served, queries, new SearchOptions());
    }

    [Fact]
    public async Task Queries_of_a_larger_archive_have_the_same_hits_whether_lists_are_read_whole_or_not()
    {
        var pages = ScriptArchive.Pages(320, 7);
        var reader = new UnitReader();
        List<(UnitPage, PageUnit, IReadOnlyList<string>)> units = [.. pages.Select(page => reader.Read(page.Key, page.Value)).OfType<UnitPage>().SelectMany(page => page.Units.Select(unit => (page, unit, page.Labels)))];
        await using var served = await ServedIndex.StartAsync(site, pages, Glossary);
        var common = served.Index.StartingWith(FieldKey.Text, string.Empty).OrderByDescending(entry => entry.Text?.Count ?? 0).Take(60).Select(entry => entry.Surface).ToList();
        Assert.True(served.Index.Find(FieldKey.Text, common[0])?.Text?.Pieces.Count > 2 || served.Index.StartingWith(FieldKey.Text, string.Empty).Any(entry => entry.Text?.Pieces.Count > 2), "The archive has lists of several pieces.");
        var random = new StableRandom(8);
        List<string> queries =
        [
            .. new OracleQueries(units, 42).Draw(140).Select(query => query.Ours),
            .. Enumerable.Range(0, 120).Select(_ => string.Join(' ', Enumerable.Range(0, random.Between(1, 4)).Select(_ => random.Pick(common) + random.Pick(["", "", "", "^3", "^0.2"])))),
            .. Enumerable.Range(0, 20).Select(_ => $"({random.Pick(common)} {random.Pick(common)})^2 {random.Pick(["PQ", "IT", "title:", "text:"])}{random.Pick(common)}"),
            "PQ", "IT", "ZTR", "the", "ZT PQ", "title:PQ", "text:IT",
            .. Filters(),
        ];

        await CompareAsync(served, queries, SearchOptions.Plain);
        await CompareAsync(served, queries, new SearchOptions());
    }

    [Fact]
    public async Task Whatever_is_typed_is_read_as_the_program_reads_it()
    {
        string[] pieces =
        [
            "fog", "Lamp", "the", "IT", "AND", "OR", "NOT", "&&", "||", "+", "-", "!", "(", ")", "\"", "[", "]", "{", "}", "~", "~1", "~0.5", "~.7", "^", "^2", "^1.5", "^123456789.5", "*", "fo*", "\\", "\\\"", ":", "title:", "TEXT:",
            "author:", "kind:", "date:", "date:[2015 TO 2016-06]", "date:{* TO 2016}", "date:2015", "in:", "no:", " ", "  ", "\t", "\u00A0", "\u0085", "\uFEFF", "é", "\U0001F600", "\uD800", " TO ", "2015", ".",
        ];
        var random = new StableRandom(9);
        List<string> texts = [.. Enumerable.Range(0, 4000).Select(_ => string.Concat(Enumerable.Range(0, random.Between(1, 9)).Select(_ => random.Pick(pieces) + random.Pick(["", " "])))), new string('(', 60) + "fog", string.Empty];
        await using var served = await ServedIndex.StartAsync(site, ScriptArchive.Pages(1, 1), Glossary);

        // Half surrogate pairs do not survive JSON between the test and the page.
        texts.RemoveAll(text => text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD));
        var read = await served.Page.EvaluateAsync<string[]>("async (texts) => { const { parseQuery } = await import('/engine.js'); " + ScriptQuery.Script + " return texts.map((text) => { const { query, notes } = parseQuery(text); return `${written(query)} ${notes.join('; ')}`; }); }", texts);

        Assert.Equal(texts.Select(text => QueryParser.Parse(text)).Select(parsed => $"{ScriptQuery.Write(parsed.Query)} {string.Join("; ", parsed.Notes)}"), read);
    }

    [Fact]
    public async Task Misspelt_words_get_the_words_that_the_program_suggests_and_their_hits()
    {
        var pages = ScriptArchive.Pages(60, 11);
        await using var served = await ServedIndex.StartAsync(site, pages, Glossary);
        var suggester = new SpellingSuggester(served.Index);
        var random = new StableRandom(12);
        var words = served.Index.Words().Where(word => word.Units > 0 && word.Surface.Length >= 4).ToList();
        List<string> misspelt = [.. Enumerable.Range(0, 200).Select(_ => Misspell(random, random.Pick(words).Surface)).Where(word => served.Index.Find(FieldKey.Text, TermOf(word)) is null).Distinct(StringComparer.Ordinal)];

        var answers = await served.Page.EvaluateAsync<Suggested[]>("""
            async (words) => {
              const { SearchIndex } = await import("/engine.js");
              const search = new SearchIndex(location.href);
              const answers = await Promise.all(words.map((word) => search.search(word)));
              return answers.map(({ suggestion, suggestedHits, hits }) => ({ query: suggestion?.query ?? null, hits: hits.length, found: suggestedHits.length }));
            }
            """, misspelt);

        var expected = misspelt.Select(suggester.Suggest).ToList();
        Assert.True(expected.Count(word => word is not null) > 100, "Most misspelt words are near another.");
        Assert.Equal(expected, answers.Select(answer => answer.Query));
        Assert.All(answers, answer => Assert.Equal(0, answer.Hits));
        Assert.All(answers.Where(answer => answer.Query is not null), answer => Assert.True(answer.Found > 0));
    }

    [Fact]
    public async Task Hits_show_what_the_program_reads_of_them_and_counts_add_up()
    {
        var pages = ScriptArchive.Pages(120, 13);
        await using var served = await ServedIndex.StartAsync(site, pages, Glossary);
        var word = served.Index.StartingWith(FieldKey.Text, string.Empty).OrderByDescending(entry => entry.Text?.Count ?? 0).First(entry => entry.Surface.Length > 3).Surface;

        var beginning = served.Index.StartingWith(FieldKey.Text, string.Empty).Where(entry => entry.Term.Length > 3).GroupBy(entry => entry.Term[..3], StringComparer.Ordinal).MaxBy(group => group.Count())!.Key; // not null: there are terms

        var answer = await served.Page.EvaluateAsync<System.Text.Json.JsonElement>("""
            async ([word, beginning]) => {
              const { SearchIndex } = await import("/engine.js");
              const search = await SearchIndex.open(location.href);
              const first = await search.search(word);
              const all = await search.complete(word, { sort: "date", top: 15, offset: 5 });
              const start = await search.complete("ab*");
              const many = await search.complete(`${beginning}*`, { prefixTerms: 1 });
              return { first, all, short: start.notes, many: many.notes };
            }
            """, new[] { word, beginning });

        var hits = new Searcher(served.Index, new SearchOptions()).Search(QueryParser.Parse(word).Query);
        Assert.Equal(hits.Take(10).Select(hit => served.Index.Excerpt(hit.Unit, served.Index.ClassOf(hit.Unit)).Text), Strings(answer.GetProperty("first"), "text"));
        var newest = hits.OrderByDescending(hit => hit.Unit).Skip(5).Take(15).Select(hit => served.Index.Excerpt(hit.Unit, served.Index.ClassOf(hit.Unit))).ToList();
        var all = answer.GetProperty("all");
        Assert.Equal(newest.Select(excerpt => excerpt.Address), Strings(all, "address"));
        Assert.Equal(newest.Select(excerpt => excerpt.Date), Strings(all, "date"));
        Assert.Equal(hits.Count, all.GetProperty("total").GetInt32());
        Assert.Equal(hits.Count, all.GetProperty("years").EnumerateArray().Sum(year => year.GetProperty("count").GetInt32()));
        Assert.Equal(hits.Count, all.GetProperty("kinds").GetProperty("post").GetInt32() + all.GetProperty("kinds").GetProperty("comment").GetInt32());
        Assert.Equal(
            hits.Select(hit => served.Index.Excerpt(hit.Unit, served.Index.ClassOf(hit.Unit))).Count(excerpt => excerpt.Anchor.Length == 0),
            all.GetProperty("kinds").GetProperty("post").GetInt32());
        Assert.Equal("ab* was left out: the beginning of a word needs 3 letters here", answer.GetProperty("short")[0].GetString());
        Assert.Contains("commonest of them were looked for", answer.GetProperty("many")[0].GetString(), StringComparison.Ordinal);
    }

    private static async Task CompareAsync(ServedIndex served, List<string> queries, SearchOptions options)
    {
        var searcher = new Searcher(served.Index, options);
        var whole = await AskAsync(served, queries, new { capitals = options.Capitals, glossary = options.Glossary, top = 100_000, whole = true });
        var early = await AskAsync(served, queries, new { capitals = options.Capitals, glossary = options.Glossary, top = 10, whole = false });
        for (var i = 0; i < queries.Count; i++)
        {
            var expected = searcher.Search(QueryParser.Parse(queries[i]).Query);
            Assert.True(expected.Select(hit => hit.Unit).SequenceEqual(whole[i].Units) && expected.Zip(whole[i].ScoreList).All(pair => pair.First.Score == pair.Second), $"{queries[i]} read whole");
            Assert.True(expected.Take(10).Select(hit => hit.Score).SequenceEqual(early[i].ScoreList), $"{queries[i]} stopped early: scores");
            Assert.True(early[i].Units.Distinct().Count() == early[i].Units.Length && early[i].Units.Zip(early[i].ScoreList).All(pair => expected.Any(hit => hit.Unit == pair.First && hit.Score == pair.Second)), $"{queries[i]} stopped early: units");
            Assert.True(early[i].IsTotalExact ? early[i].Total == expected.Count : early[i].Total <= expected.Count, $"{queries[i]} stopped early: {early[i].Total} of {expected.Count}");
        }
    }

    private static Task<Answer[]> AskAsync(ServedIndex served, List<string> queries, object options) => served.Page.EvaluateAsync<Answer[]>(Find, new { queries, options });

    private static IEnumerable<string> Filters() =>
    [
        "author:anonymous", "author:\"aunt fenwick\"", "author:an*", "kind:post", "kind:comment -kind:post", "kind:p*", "label:fogs", "label:\"Lamp Rooms\"", "label:lamp-rooms label:tides", "series:\"night watches\" kind:comment",
        "in:lantern-12", "in:lantern_3 in:lantern-4", "in:lan*", "date:2014", "date:[2013 TO 2014-06]", "date:{2013 TO *}", "date:[* TO 2013-02-11}", "-date:2015 kind:post", "+kind:comment +author:rook", "author:the", "label:none", "()", "\"\"", "-fog",
    ];

    private static string Misspell(StableRandom random, string word)
    {
        var at = random.Below(word.Length);
        var letter = (char)('a' + random.Below(26));
        return random.Below(3) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            _ => word[..at] + letter + word[(at + 1)..],
        };
    }

    private static string TermOf(string word)
    {
        var tokens = new Blog.Search.Analysis.EnglishAnalyzer().Analyze(word);
        return tokens.MoveNext() ? tokens.Current.Term.ToString() : string.Empty;
    }

    private static IEnumerable<string?> Strings(System.Text.Json.JsonElement answer, string property) => answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty(property).GetString());

    private sealed record Answer
    {
        public int Total { get; init; }

        public bool IsTotalExact { get; init; }

        public int[] Units { get; init; } = [];

        public string Scores { get; init; } = string.Empty;

        public List<float> ScoreList => [.. Scores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(score => (float)double.Parse(score, System.Globalization.CultureInfo.InvariantCulture))];
    }

    private sealed record Suggested
    {
        public string? Query { get; init; }

        public int Hits { get; init; }

        public int Found { get; init; }
    }
}
