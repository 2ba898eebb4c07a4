using Blog.Bench.Search;
using Blog.Search.Analysis;
using Blog.Site.Scripts;
using Blog.Tests.Search.Analysis;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The search script in Chromium gives what the program gives: as single modules and as the joined file.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class SearchScriptTests(SampleSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_shared_case_gives_its_tokens(bool joined)
    {
        List<ScriptCase> cases =
        [
            .. TokenCase.Read("english.jsonl").Select(each => new ScriptCase(each.Text) { English = each.AtPositions() }),
            .. TokenCase.Read("redaction-marks.jsonl").Select(each => new ScriptCase(each.Text) { EnglishWithoutMarks = each.AtPositions() }),
            .. TokenCase.Read("capital-forms.jsonl").Select(each => new ScriptCase(each.Text) { Capitals = each.AtPositions() }),
            new ScriptCase("the SPO of [redacted: CRC] and TR") { CapitalsWithoutMarks = "SPO@1:4-7 TR@5:31-33" },
            new ScriptCase("\u0130\u0178\U00010400\uD800 THE Runn") { Normalized = "i\u00FF\U00010428\uD800 the runn" },
        ];

        var count = await CompareAsync(joined, cases);

        Assert.Empty(count.Samples);
        Assert.Equal(0, count.Differing);
        Assert.Equal(cases.Count, count.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Generated_texts_give_the_tokens_that_the_program_gives(bool joined)
    {
        var analyzer = new EnglishAnalyzer();
        List<string> texts =
        [
            .. OracleLines.Words(3_000, 21),
            .. OracleLines.Sentences(1_500, 22),
            .. ScriptLines.Torn(OracleLines.Sentences(1_500, 23), 24),
            .. OracleLines.CodePoints(all: true).Where((_, code) => code is < 0x800 or (>= 0xD7F0 and < 0xE010) || code % 211 == 0),
        ];

        var count = await CompareAsync(joined, texts.Select(text => ScriptCase.Of(analyzer, text)));

        Assert.Empty(count.Samples);
        Assert.Equal(0, count.Differing);
        Assert.Equal(texts.Count, count.Lines);
    }

    [Fact]
    public async Task A_difference_is_counted_and_told()
    {
        var count = await CompareAsync(joined: true, [new ScriptCase("Two lanterns") { English = "two@0:0-3 lantern@1:4-11" }]);

        Assert.Equal(1, count.Differing);
        Assert.Equal("analyze of \"Two lanterns\": \"two@0:0-3 lantern@1:4-11\", not \"two@0:0-3 lantern@1:4-12\"", Assert.Single(count.Samples));
    }

    [Fact]
    public async Task Every_code_point_has_the_class_and_the_lower_case_of_the_tables()
    {
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await using var server = await ServeAsync(page);

        var classes = await page.EvaluateAsync<string>("""
            async () => {
              const { wordClassOf } = await import("/search/word-rules.js");
              return Array.from({ length: 0x110000 }, (_, code) => String.fromCharCode(64 + wordClassOf(code))).join("");
            }
            """);
        var lower = await page.EvaluateAsync<int[]>("""
            async () => {
              const { lowerCaseOf } = await import("/search/lower-case.js");
              return Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => lowerCaseOf(code) !== code).flatMap((code) => [code, lowerCaseOf(code)]);
            }
            """);
        var words = await page.EvaluateAsync<string>("async () => (await import('/search/stop-words-table.js')).STOP_WORD_LIST");

        Assert.Equal(0x110000, classes.Length);
        Assert.DoesNotContain(Enumerable.Range(0, 0x110000), code => classes[code] != 64 + WordRules.ClassOf(code));
        Assert.Equal(Enumerable.Range(0, 0x110000).Where(code => LowerCase.Of(code) != code).SelectMany(code => new[] { code, LowerCase.Of(code) }), lower);
        Assert.Equal(AnalysisTable.Lines("StopWords"), words.Split(' '));
    }

    [Fact]
    public async Task Every_step_of_the_automaton_is_that_of_the_table()
    {
        // From the first state with a character of each class, ASCII and not: all states that can be reached.
        var characters = Enumerable.Range(0, 0x110000).GroupBy(code => (WordRules.ClassOf(code), code < 0x80)).Select(group => group.First()).ToList();
        var states = new List<int> { WordRules.Start };
        var questions = new List<int[]>();
        var expected = new List<int>();
        for (var i = 0; i < states.Count; i++)
        {
            foreach (var character in characters)
            {
                var next = WordRules.Step(states[i], character, out var isEnd);
                questions.Add([states[i], character]);
                expected.Add(isEnd ? next | 128 : next);
                if (next != 0 && !states.Contains(next))
                {
                    states.Add(next);
                }
            }
        }

        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await using var server = await ServeAsync(page);
        var steps = await page.EvaluateAsync<int[]>("async (questions) => { const { wordStep } = await import('/search/word-rules.js'); return questions.map(([state, code]) => wordStep(state, code)); }", questions);

        Assert.Equal(expected, steps);
    }

    [Fact]
    public void No_module_is_published_by_itself()
    {
        var published = Directory.EnumerateFiles(Path.Combine(site.Output, "theme")).Select(file => Path.GetFileName(file)!).ToList();

        Assert.NotEmpty(published);
        Assert.All(ScriptBundle.SearchSources().Keys, module => Assert.DoesNotContain(published, file => file.StartsWith(Path.GetFileNameWithoutExtension(module) + ".", StringComparison.Ordinal)));
    }

    private async Task<ScriptCount> CompareAsync(bool joined, IEnumerable<ScriptCase> cases)
    {
        await using var comparison = await ScriptComparison.StartAsync(joined, cases, []);
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(comparison.Address);
        return await comparison.Outcome;
    }

    private static async Task<ScriptComparison> ServeAsync(IPage page)
    {
        var comparison = await ScriptComparison.StartAsync(joined: false, [], []);
        await page.GotoAsync(comparison.Address);
        await comparison.Outcome;
        return comparison;
    }
}
