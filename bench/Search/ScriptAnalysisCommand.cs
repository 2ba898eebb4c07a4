using System.Globalization;
using Blog.Search.Analysis;

namespace Blog.Bench.Search;

/// <summary><c>script-analysis [SHARED]</c>: compares the analysis of the site's script with the program's in Chromium, token for token, and measures its speed there.</summary>
internal static class ScriptAnalysisCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var shared = arguments.Count > 0 && !arguments[0].StartsWith('-') ? arguments[0] : Path.Combine("..", "shared");
        var words = Number(arguments, "--words", 200_000);
        var sentences = Number(arguments, "--sentences", 20_000);
        var seed = Number(arguments, "--seed", 1);
        var joined = !arguments.Contains("--modules");
        var folder = Path.Combine(shared, "captures");
        if (HeadlessBrowser.Find() is not { } browser || !Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync("Chromium or the captures (../shared/captures) are not there: install it or name it in BLOG_BROWSER, or name the folder of the shared material.");
            return 2;
        }

        var captures = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Console.WriteLine($"{(joined ? "joined file" : "single modules"),-32} {"lines",10} {"characters",12} {"tokens",12} {"capitals",12} {"differing",10}");
        long differing = 0;

        // Real people's words are counted, never shown.
        differing += await CompareAsync("captures, by line", captures.SelectMany(text => text.Split('\n')), show: false, []);
        differing += await CompareAsync("captures, whole", captures, show: false, captures);
        differing += await CompareAsync("words", OracleLines.Words(words, seed), show: true, []);
        differing += await CompareAsync("sentences", OracleLines.Sentences(sentences, seed + 1), show: true, [.. OracleLines.Sentences(sentences, seed + 1)]);
        differing += await CompareAsync("sentences, torn, with marks", ScriptLines.Torn(OracleLines.Sentences(sentences, seed + 2), seed + 3), show: true, []);
        if (arguments.Contains("--code-points"))
        {
            differing += await CompareAsync("every code point", OracleLines.CodePoints(all: true), show: true, []);
        }

        return differing == 0 ? 0 : 1;

        async Task<long> CompareAsync(string name, IEnumerable<string> lines, bool show, IReadOnlyList<string> timed)
        {
            var analyzer = new EnglishAnalyzer();
            await using var comparison = await ScriptComparison.StartAsync(joined, lines.Select(line => ScriptCase.Of(analyzer, line)), timed);
            using var window = HeadlessBrowser.Open(browser, comparison.Address);
            if (await Task.WhenAny(comparison.Outcome, window.ExitedAsync()) != comparison.Outcome)
            {
                throw new InvalidOperationException("The browser ended before the comparison did.");
            }

            var count = await comparison.Outcome;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {count.Lines,10:N0} {count.Characters,12:N0} {count.Tokens,12:N0} {count.Capitals,12:N0} {count.Differing,10:N0}"));
            foreach (var sample in show ? count.Samples : [])
            {
                Console.WriteLine("  " + sample);
            }

            if (count.English > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  speed: {count.English:N1} MB/s by the clock, capital forms {count.CapitalForms:N1} MB/s (UTF-8; best of 9 rounds of 10 MB)"));
            }

            return count.Differing;
        }
    }

    private static int Number(IReadOnlyList<string> arguments, string option, int otherwise) =>
        Options.Find(arguments, option) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
