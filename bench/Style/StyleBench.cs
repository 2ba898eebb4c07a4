using System.Globalization;
using System.Text.Json;
using Blog.Guests;
using Blog.Guests.Style;
using Blog.Redact;

namespace Blog.Bench.Style;

/// <summary>
/// How well the comparison of styles tells the same writer from another, before and after a text was made neutral: on the synthetic answers
/// of 40 invented people in the shared material (<c>reddit_synthetic</c>, MIT), each person's answers cut in two halves.
/// </summary>
/// <remarks>The people and their answers were invented by a language model that was told to play them: real writers differ more, so these are lower bounds for habits and no promise about anybody.</remarks>
internal static class StyleBench
{
    private static readonly string[] Files = ["synthetic_dataset.jsonl", "personalreddit_example.jsonl"];

    /// <summary>Arguments: the shared material's folder.</summary>
    public static int Run(IReadOnlyList<string> args)
    {
        var folder = Path.Combine(args.Count > 0 ? args[0] : "../shared", "data", "anonymise", "reddit_synthetic");
        var answers = Files
            .SelectMany(name => File.ReadLines(Path.Combine(folder, name)))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .GroupBy(row => row.GetProperty("personality").GetRawText(), row => row.GetProperty("response").GetString() ?? string.Empty)
            .Select(group => group.ToList()).ToList();
        Console.WriteLine($"{answers.Count} writers, {answers.Sum(group => group.Count)} answers");
        foreach (var words in new[] { 100, 150, 250, 400 })
        {
            Measure(answers, words);
        }

        return 0;
    }

    private static void Measure(List<List<string>> answers, int words)
    {
        // First half: what the writer named. Second half: the guest's text, cut to the words asked for.
        var writers = answers.Select(group => (Named: Together(group, 0), Guest: Cut(Together(group, 1), words)))
            .Where(writer => Count(writer.Guest) >= words * 0.95 && Count(writer.Named) >= 250).ToList();
        if (writers.Count < 12)
        {
            Console.WriteLine($"{words} words: only {writers.Count} writers have as many");
            return;
        }

        foreach (var (name, change) in new (string, Func<string, StyleReport?, string>)[]
        {
            ("as written", (text, _) => text),
            ("typing neutral", (text, _) => Typography.MakeNeutral(text).Markdown),
            ("and all edits", (text, report) => Typography.MakeNeutral(report is null ? text : TextEdit.Apply(text, report.Edits.Select(edit => edit.ToTextEdit()))).Markdown),
        })
        {
            Score(writers, words, name, change);
        }
    }

    private static void Score(List<(string Named, string Guest)> writers, int words, string name, Func<string, StyleReport?, string> change)
    {
        var same = new List<double>();
        var other = new List<double>();
        var edits = 0;
        for (var i = 0; i < writers.Count; i++)
        {
            // The crowd is everybody's second half but the guest's; another writer's guest text is judged against a crowd without both.
            var crowd = StyleCrowd.Measuring(writers.Where((_, k) => k != i).Select(writer => writer.Guest), leastWords: words * 9 / 10, fewestTexts: 8);
            var report = crowd.Compare(writers[i].Guest, [writers[i].Named]);
            edits += report.Edits.Count;
            same.Add(crowd.Compare(change(writers[i].Guest, report), [writers[i].Named]).ShareAsNear ?? throw new InvalidOperationException("No answer."));
            var j = (i + (writers.Count / 2)) % writers.Count;
            other.Add(crowd.Compare(change(writers[i].Guest, report), [writers[j].Named]).ShareAsNear ?? throw new InvalidOperationException("No answer."));
        }

        var area = same.Sum(one => other.Sum(two => one < two ? 1.0 : one == two ? 0.5 : 0)) / (same.Count * other.Count);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{words} words, {writers.Count} writers, {name}: the writer's own text nearest of all in {same.Count(share => share == 0)}, share at most .05 in {same.Count(share => share <= .05)} of {same.Count}; another's in {other.Count(share => share <= .05)}; mean share {same.Average():0.00} and {other.Average():0.00}; AUC {area:0.000}; edits {edits}"));
    }

    private static string Together(List<string> group, int half) => string.Join("\n\n", group.Where((_, i) => i % 2 == half));

    private static int Count(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Cut(string text, int words)
    {
        var count = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]) && ++count == words)
            {
                return text[..i];
            }
        }

        return text;
    }
}
