using System.Globalization;
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

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2 || !Directory.Exists(arguments[0]))
        {
            await Console.Error.WriteLineAsync("Use: browser-oracle SITE SHARED [--queries N] [--seed S] [--show N]: SITE is a built site with its index.");
            return 2;
        }

        var site = Path.GetFullPath(arguments[0]);
        var shared = Path.GetFullPath(arguments[1]);
        if (OracleAnalysis.Missing(shared) is { } reason || HeadlessBrowser.Find() is not { } browser)
        {
            await Console.Error.WriteLineAsync(OracleAnalysis.Missing(shared) ?? "Chromium is not there: install it or name it in BLOG_BROWSER.");
            return 2;
        }

        var count = int.Parse(Options.Find(arguments, "--queries") ?? "1000", CultureInfo.InvariantCulture);
        var seed = ulong.Parse(Options.Find(arguments, "--seed") ?? "1", CultureInfo.InvariantCulture);
        var show = int.Parse(Options.Find(arguments, "--show") ?? "10", CultureInfo.InvariantCulture);
        var units = OracleUnits.Read(site);
        var queries = new OracleQueries(units, seed).Draw(count).ToList();
        var ids = units.Select(item => item.Unit.Id).ToList();
        using var folder = new OracleFolder();
        await using (var docs = File.Create(folder.File("docs.jsonl")))
        {
            OracleUnits.Write(units, docs);
        }

        var expected = folder.Ask(shared, queries.Select(query => query.Lucene), OracleAnswer.Asked);
        var wrong = 0;
        foreach (var whole in new[] { true, false })
        {
            var differing = 0;
            var byKind = new SortedDictionary<string, (int Asked, int Same)>(StringComparer.Ordinal);

            // In portions: all hits of many queries are much text.
            for (var start = 0; start < queries.Count; start += 100)
            {
                var portion = queries.GetRange(start, Math.Min(100, queries.Count - start));
                await using var served = await BrowserSite.StartAsync(site, Page, JsonSerializer.SerializeToUtf8Bytes(new { queries = portion.Select(query => query.Ours), whole }, Json));
                var answers = JsonSerializer.Deserialize<List<BrowserAnswer>>(await served.RunAsync(browser), Json) ?? throw new InvalidOperationException("The page told no outcome.");
                for (var i = 0; i < portion.Count; i++)
                {
                    var answer = answers[i];
                    var difference = whole
                        ? expected[start + i].DifferenceTo(answer.Hits, ids)
                        : expected[start + i].DifferenceToFirst(answer.Hits, ids, answer.IsTotalExact ? answer.Total : null);
                    var (asked, same) = byKind.GetValueOrDefault(portion[i].Kind);
                    byKind[portion[i].Kind] = (asked + 1, same + (difference is null ? 1 : 0));
                    if (difference is not null && differing++ < show)
                    {
                        Console.WriteLine($"{portion[i].Kind}: {portion[i].Ours}\n    {difference}");
                    }
                }
            }

            foreach (var (kind, (asked, same)) in byKind)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-28} {same,5:N0} of {asked,5:N0}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{units.Count:N0} units, seed {seed}, {(whole ? "lists read whole" : "stopped early")}: {queries.Count - differing:N0} of {queries.Count:N0} queries have the same hits in Chromium"));
            wrong += differing;
        }

        return wrong == 0 ? 0 : 1;
    }
}
