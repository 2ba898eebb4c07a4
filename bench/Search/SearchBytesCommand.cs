using System.Globalization;
using System.Text.Json;

namespace Blog.Bench.Search;

/// <summary>
/// <c>search-bytes SITE QUERIES.json</c>: what the queries of a list cost in Chromium, each in a frame of its own with nothing fetched (script, root, and wave by wave the pieces of
/// the index and the excerpts), and each as a further query of one page; and how many of the misspelt ones are answered.
/// </summary>
/// <remarks>A request belongs to the wave after the last one of which an answer had come when it was made.</remarks>
internal static class SearchBytesCommand
{
    private const string Page = """
        const { queries: plain, misspelt, script } = await (await fetch("/data.json")).json();

        // A frame is a page of its own: it has its modules and its memory to itself.
        async function frame() {
          const element = document.createElement("iframe");
          await new Promise((resolve) => {
            element.onload = resolve;
            element.src = "/blank.html";
            document.body.append(element);
          });
          const { contentWindow, contentDocument } = element;
          const log = [];
          let answered = 0;
          const fetched = contentWindow.fetch.bind(contentWindow);
          contentWindow.fetch = async (address, options) => {
            const row = { path: new URL(address, location.href).pathname, wave: answered + 1, bytes: 0 };
            log.push(row);
            const response = await fetched(address, options);
            answered = Math.max(answered, row.wave);
            row.bytes = Number(response.headers.get("X-Sent"));
            return response;
          };
          const engine = contentDocument.createElement("script");
          engine.type = "module";
          engine.src = "/frame.js";
          const loaded = new Promise((resolve) => contentWindow.addEventListener("loaded", resolve));
          contentDocument.head.append(engine);
          await loaded;
          const start = () => {
            log.length = 0;
            answered = 0;
          };
          return { element, search: contentWindow.search, analyze: contentWindow.analyze, log, start };
        }

        async function ask({ search, log, analyze }, { q, meant }) {
          const before = performance.now();
          const { hits, suggestion, suggestedHits, total } = await search.search(q);
          const milliseconds = performance.now() - before;
          const waves = [];
          for (const { wave, bytes } of log) {
            waves[wave - 1] ??= { requests: 0, bytes: 0 };
            waves[wave - 1].requests++;
            waves[wave - 1].bytes += bytes;
          }
          const stems = (text) => analyze(text).map(({ term }) => term);
          const isAnswered =
            meant !== undefined &&
            ([...hits, ...suggestedHits].slice(0, 10).some((hit) => stems(`${hit.title} ${hit.text}`).includes(stems(meant)[0])) ||
              (suggestion !== null && stems(suggestion.query).includes(stems(meant)[0])));
          return { milliseconds, waves: [...waves].map((wave) => wave ?? { requests: 0, bytes: 0 }), isAnswered, hits: hits.length, suggestion: suggestion?.query ?? "", total };
        }

        try {
          const cold = [];
          const further = [];
          const asked = [...plain, ...misspelt].map(({ q, meant }) => ({ q, meant: meant ?? undefined }));
          for (const query of asked) {
            const page = await frame();
            page.start();
            const answer = await ask(page, query);
            cold.push(answer);
            page.element.remove();
          }
          const warm = await frame();
          await warm.search.reader();
          for (const query of asked) {
            warm.start();
            further.push(await ask(warm, query));
          }
          await fetch("/done", { method: "POST", body: JSON.stringify({ cold, further, script }) });
        } catch (error) {
          await fetch("/failed", { method: "POST", body: String(error?.stack ?? error) });
        }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2 || !Directory.Exists(arguments[0]) || !File.Exists(arguments[1]) || HeadlessBrowser.Find() is not { } browser)
        {
            await Console.Error.WriteLineAsync("Use: search-bytes SITE QUERIES.json [--each]: SITE is a built site with its index; QUERIES.json has queries and misspelt, each with q and class. Chromium has to be there, or be named in BLOG_BROWSER.");
            return 2;
        }

        using var file = JsonDocument.Parse(await File.ReadAllBytesAsync(arguments[1]));
        var queries = Read(file.RootElement.GetProperty("queries"));
        var misspelt = Read(file.RootElement.GetProperty("misspelt"));
        await using var served = await BrowserSite.StartAsync(Path.GetFullPath(arguments[0]), Page, JsonSerializer.SerializeToUtf8Bytes(new { queries, misspelt, script = BrowserSite.ScriptBytes }, Json));
        var outcome = JsonSerializer.Deserialize<Outcome>(await served.RunAsync(browser), Json) ?? throw new InvalidOperationException("The page told no outcome.");
        var asked = queries.Concat(misspelt).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"script {outcome.Script:N0} bytes, root {outcome.Cold[0].Waves[0].Bytes:N0}"));
        if (arguments.Contains("--each"))
        {
            for (var i = 0; i < asked.Count; i++)
            {
                Console.WriteLine($"{asked[i].Class,-16} {asked[i].Q,-36} cold {Describe(outcome.Cold[i])}; further {Describe(outcome.Further[i])} {outcome.Cold[i].Suggestion}");
            }
        }

        foreach (var group in asked.Select((query, i) => (query.Class, i)).GroupBy(item => item.Class).Select(group => (group.Key, Places: group.Select(item => item.i).ToList())).Append(("all but misspelt", [.. Enumerable.Range(0, queries.Count)])))
        {
            Print(group.Key, "cold", [.. group.Places.Select(i => outcome.Cold[i])], outcome.Script, 1);
            Print(group.Key, "further", [.. group.Places.Select(i => outcome.Further[i])], 0, 0);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"misspelt answered: {outcome.Cold.Skip(queries.Count).Count(answer => answer.IsAnswered)} of {misspelt.Count}"));
        return 0;
    }

    /// <param name="name">Class of the queries.</param>
    /// <param name="when">Cold or further.</param>
    /// <param name="answers">What they cost.</param>
    /// <param name="script">Bytes of the script, which no wave counts; 0 where it is there.</param>
    /// <param name="opening">Waves that are not of the query: that of the root.</param>
    private static void Print(string name, string when, List<Answer> answers, int script, int opening)
    {
        var bytes = answers.Select(answer => script + answer.Waves.Sum(wave => wave.Bytes)).Order().ToList();
        var requests = answers.Select(answer => (script > 0 ? 1 : 0) + answer.Waves.Sum(wave => wave.Requests)).Order().ToList();
        var waves = answers.Select(answer => answer.Waves.Count - opening).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-16} {when,-8} {answers.Count,3} queries: bytes median {Median(bytes),9:N0}, most {bytes[^1],9:N0}; requests {Median(requests),4:N1}, most {requests[^1],3}; waves {Median(waves),3:N1}, most {waves[^1]}; {Median([.. answers.Select(answer => (int)Math.Round(answer.Milliseconds)).Order()]),4:N0} ms"));
    }

    private static double Median(List<int> sorted) => sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2d;

    private static string Describe(Answer answer) => string.Join(" + ", answer.Waves.Select(wave => string.Create(CultureInfo.InvariantCulture, $"{wave.Bytes:N0} in {wave.Requests}")));

    private static List<Query> Read(JsonElement queries) =>
        [.. queries.EnumerateArray().Select(query => new Query(query.GetProperty("q").GetString() ?? string.Empty, query.GetProperty("class").GetString() ?? string.Empty, query.TryGetProperty("meant", out var meant) ? meant.GetString() : null))];

    private sealed record Query(string Q, string Class, string? Meant);

    private sealed record Wave(int Requests, int Bytes);

    private sealed record Answer(double Milliseconds, IReadOnlyList<Wave> Waves, bool IsAnswered, string Suggestion);

    private sealed record Outcome(IReadOnlyList<Answer> Cold, IReadOnlyList<Answer> Further, int Script);
}
