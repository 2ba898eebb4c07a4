using System.Text.Json;

namespace Blog.Bench.Search;

/// <summary><c>browser-oracle SITE SHARED</c>: the generated queries of <c>search-oracle</c> by the site's script in Chromium against Lucene 8.8.1, lists read whole and stopped early.</summary>
internal static class BrowserOracleCommand
{
    private const string Page = """
        import { SearchIndex } from "/engine.js";
        try {
          const { queries, whole } = await (await fetch("/data.json")).json();
          const search = new SearchIndex(location.href);
          const answers = [];
          for (const text of queries) {
            const { hits, total, isTotalExact } = await search.find(text, { top: whole ? 1e9 : 10, whole, capitals: false, glossary: false, prefixLetters: 1, prefixTerms: Infinity });
            answers.push({ total, isTotalExact, units: hits.map((hit) => hit.unit), scores: hits.map((hit) => hit.score) });
          }
          await fetch("/done", { method: "POST", body: JSON.stringify(answers) });
        } catch (error) {
          await fetch("/failed", { method: "POST", body: String(error?.stack ?? error) });
        }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // In portions: all hits of many queries are much text.
    private const int Portion = 100;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (HeadlessBrowser.Find() is not { } browser)
        {
            await Console.Error.WriteLineAsync("Chromium is not there: install it or name it in BLOG_BROWSER.");
            return 2;
        }

        if (ExamArguments.Prepare("browser-oracle", arguments) is not { } exam)
        {
            return 2;
        }

        var wrong = 0;
        foreach (var whole in new[] { true, false })
        {
            var tally = exam.Begin();
            foreach (var portion in exam.Queries.Zip(exam.Answers).Chunk(Portion))
            {
                var answers = await AskAsync(exam.Site, [.. portion.Select(asked => asked.First.Ours)], whole, browser);
                foreach (var ((query, expected), answer) in portion.Zip(answers))
                {
                    tally.Add(query, whole
                        ? expected.DifferenceTo(answer.Hits, exam.Ids)
                        : expected.DifferenceToFirst(answer.Hits, exam.Ids, answer.IsTotalExact ? answer.Total : null));
                }
            }

            tally.Report(" in Chromium, " + (whole ? "lists read whole" : "stopped early"));
            wrong += tally.Wrong;
        }

        return wrong == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<BrowserAnswer>> AskAsync(string site, IReadOnlyList<string> queries, bool whole, string browser)
    {
        var served = await BrowserSite.StartAsync(site, Page, JsonSerializer.SerializeToUtf8Bytes(new { queries, whole }, Json));
        await using (served)
        {
            var answers = JsonSerializer.Deserialize<List<BrowserAnswer>>(await served.RunAsync(browser), Json);
            return answers?.Count == queries.Count ? answers : throw new InvalidOperationException("The page did not answer all queries.");
        }
    }
}
