using System.Globalization;
using System.Text;
using Blog.Search.Analysis;

namespace Blog.Bench.Search;

/// <summary><c>analysis-oracle [SHARED]</c>: compares the analyzer with Lucene's, token for token, and measures its speed; with <c>--cases FILE</c> fills in the tokens of the shared cases instead.</summary>
internal static class AnalysisOracleCommand
{
    private const int Shown = 5;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var words = Number(arguments, "--words", 200_000);
        var sentences = Number(arguments, "--sentences", 20_000);
        var seed = Number(arguments, "--seed", 1);
        var shared = arguments.Count > 0 && !arguments[0].StartsWith('-') ? arguments[0] : Path.Combine("..", "shared");
        if (OracleAnalysis.Missing(shared) is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        if (Options.Find(arguments, "--cases") is { } cases)
        {
            OracleCases.Rewrite(shared, cases);
            return 0;
        }

        var captures = Directory.EnumerateFiles(Path.Combine(shared, "captures"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Console.WriteLine($"{"what",-28} {"lines",10} {"characters",12} {"tokens",12} {"differing",10}");
        long differing = 0;

        // Real people's words are counted, never shown.
        differing += Compare("captures, by line", [.. captures.SelectMany(text => text.Split('\n', '\r'))], show: false);
        differing += Compare("captures, whole", [.. captures.Select(text => text.Replace('\n', ' ').Replace('\r', ' '))], show: false);
        differing += Compare("words", OracleLines.Words(words, seed), show: true);
        differing += Compare("sentences", OracleLines.Sentences(sentences, seed + 1), show: true);
        if (arguments.Contains("--code-points"))
        {
            differing += Compare("every code point", OracleLines.CodePoints(), show: true);
        }

        MeasureSpeed("captures", captures);
        MeasureSpeed("sentences", [.. OracleLines.Sentences(sentences, seed + 1)]);
        return differing == 0 ? 0 : 1;

        long Compare(string name, IEnumerable<string> lines, bool show)
        {
            var shown = 0;
            var count = OracleAnalysis.Compare(shared, lines, (line, theirs, own) =>
            {
                if (show && shown++ < Shown)
                {
                    Console.WriteLine($"  line   {Escaped(line)}\n  Lucene {Escaped(theirs)}\n  own    {Escaped(own)}");
                }
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {count.Lines,10:N0} {count.Characters,12:N0} {count.Tokens,12:N0} {count.Differing,10:N0}"));
            return count.Differing;
        }
    }

    private static void MeasureSpeed(string name, List<string> texts)
    {
        const int rounds = 7;
        var analyzer = new EnglishAnalyzer();
        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var repeats = (int)Math.Max(1, 20_000_000 / bytes);
        double english = double.MaxValue, capitals = double.MaxValue;
        long terms = 0, allocated = 0;
        for (var round = 0; round < rounds; round++)
        {
            var memory = GC.GetAllocatedBytesForCurrentThread();
            english = Math.Min(english, Seconds(() =>
            {
                foreach (var text in texts)
                {
                    foreach (var token in analyzer.Analyze(text))
                    {
                        terms += token.Term.Length;
                    }
                }
            }));
            allocated = GC.GetAllocatedBytesForCurrentThread() - memory;
            capitals = Math.Min(capitals, Seconds(() =>
            {
                foreach (var text in texts)
                {
                    foreach (var token in CapitalFormAnalyzer.Analyze(text))
                    {
                        terms += token.Term.Length;
                    }
                }
            }));
        }

        var megabytes = bytes * (double)repeats / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"speed, {name}: {megabytes / english:N0} MB/s of CPU time, capital forms {megabytes / capitals:N0} MB/s (UTF-8; {megabytes:N0} MB a round, best of {rounds}; {allocated:N0} bytes allocated in the last; check {terms:N0})"));

        double Seconds(Action pass)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < repeats; i++)
            {
                pass();
            }

            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }
    }

    private static int Number(IReadOnlyList<string> arguments, string option, int otherwise) =>
        Options.Find(arguments, option) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string Escaped(string line)
    {
        var result = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            result.Append(rune.Value is >= 0x20 and < 0x7F ? rune.ToString() : $"<{rune.Value:X4}>");
        }

        return result.Length > 600 ? result.ToString(0, 600) : result.ToString();
    }
}
