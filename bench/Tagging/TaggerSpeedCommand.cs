using System.Diagnostics;
using System.Globalization;
using System.Text;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary><c>tagger [SHARED]</c>: how long the weights take to load, megabytes a CPU second over the captures, and stretches per 1,000 words in each mode.</summary>
internal static class TaggerSpeedCommand
{
    private const int Rounds = 5;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var folder = Path.Combine(arguments.Count > 0 ? arguments[0] : Path.Combine("..", "shared"), "captures");
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine("Give the folder of the shared material: tagger [../shared]");
            return 2;
        }

        var clock = Stopwatch.StartNew();
        var model = TagModel.BuiltIn;
        Say($"loaded in {clock.Elapsed.TotalMilliseconds:0} ms");
        var texts = Directory.GetFiles(folder, "*_*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var best = double.MaxValue;
        var readings = new List<TagReading>();
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < Rounds; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            readings = texts.ConvertAll(text => TagReading.Of(TagDocument.Read(text), model));
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalSeconds);
        }

        Say($"{texts.Sum(Encoding.UTF8.GetByteCount) / 1e6 / best:0.00} MB a CPU second");
        var words = readings.Sum(reading => reading.Document.Tokens.ToArray().Count(token => token.Is(TagForms.Word)));
        foreach (var scheme in (TagScheme[])[TagScheme.Names, TagScheme.Records])
        {
            foreach (var mode in Enum.GetValues<TagMode>())
            {
                var spans = readings.SelectMany(reading => TagMasker.Spans(reading, scheme, TagThresholds.Of(scheme, mode))).ToList();
                var types = spans.GroupBy(span => span.Type).OrderBy(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {1000.0 * group.Count() / words:0.0}"));
                Say($"{(ReferenceEquals(scheme, TagScheme.Names) ? "names" : "records")}, {mode}: {1000.0 * spans.Count / words:0.0} in 1,000 words ({string.Join(", ", types)})");
            }
        }

        return 0;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
