using System.Globalization;
using System.Security.Cryptography;
using Blog.Redact;
using Blog.Redact.Tagging;

namespace Blog.Bench.Findings;

/// <summary>
/// <c>captures [SHARED]</c>: how much of what a person would mark in the captures is found, and how many findings there are in 1,000 words: by rules alone, with suggestions, under guard.
/// The marks are positions in files that the project does not hold (<c>captures.marks.txt</c>); what is not found is told by file, position and length.
/// </summary>
internal static class MarkedCapturesCommand
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var shared = arguments.Count > 0 ? arguments[0] : Path.Combine("..", "shared");
        var marksFile = Path.Combine("bench", "Findings", "captures.marks.txt");
        if (!Directory.Exists(Path.Combine(shared, "captures")) || !File.Exists(marksFile))
        {
            Console.Error.WriteLine("Run it in the project's folder, with the shared material: captures ../shared");
            return 2;
        }

        var marks = File.ReadLines(marksFile).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')).ToLookup(parts => parts[0], Mark);
        var score = new SortedDictionary<(string Way, string Kind), (int Found, int All)>();
        var (words, findings) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "captures"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..16];
            var text = File.ReadAllText(file);
            words += text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            foreach (var (way, found) in Ways(text))
            {
                findings[way] = findings.GetValueOrDefault(way) + found.Count;
                foreach (var (start, length, kind) in marks[name])
                {
                    var isFound = IsCovered(text, start, length, found);
                    var (hit, all) = score.GetValueOrDefault((way, kind));
                    score[(way, kind)] = (hit + (isFound ? 1 : 0), all + 1);
                    if (!isFound && way == "guard")
                    {
                        Say($"not found under guard: {Path.GetFileName(file)[..3]}, position {start}, length {length}, {kind}");
                    }
                }
            }
        }

        foreach (var (way, count) in findings)
        {
            Say($"{way}: {1000.0 * count / words:0.0} findings in 1,000 words; {string.Join(", ", score.Where(row => row.Key.Way == way).Select(row => $"{row.Key.Kind} {row.Value.Found} of {row.Value.All}"))}");
        }

        return 0;
    }

    private static (int Start, int Length, string Kind) Mark(string[] parts) => (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);

    /// <summary>The findings by rules alone (near misses left out), with what the tagger suggests, and with what it finds under guard; a capture is one thread, its paragraphs the texts.</summary>
    private static IEnumerable<(string Way, List<TextRange> Found)> Ways(string text)
    {
        var paragraphs = Paragraphs(text).Select(start => (start.Start, View: ProseView.Of(start.Text))).ToList();
        var byRules = paragraphs.ConvertAll(paragraph => (IReadOnlyList<Finding>)[.. TextFinder.Find(paragraph.View, PublicNames.BuiltIn).Where(finding => !finding.IsNearMiss)]);
        var persons = byRules.ConvertAll(found => (IReadOnlyList<TextRange>)[.. found.Where(finding => finding.Kind == FindingKind.Person).Select(finding => finding.Range)]);
        yield return ("rules", Moved(byRules));
        foreach (var mode in (TagMode[])[TagMode.Suggest, TagMode.Guard])
        {
            var byTagger = TextTagger.Shipped.Find([.. paragraphs.Select(paragraph => paragraph.View)], persons, PublicNames.BuiltIn, mode);
            yield return (mode == TagMode.Guard ? "guard" : "suggest", Moved([.. paragraphs.Select((paragraph, i) => TextFinder.Together(paragraph.View.Markdown, byRules[i], byTagger[i]))]));
        }

        List<TextRange> Moved(IReadOnlyList<IReadOnlyList<Finding>> found) =>
            [.. found.SelectMany((each, i) => each.Select(finding => new TextRange(paragraphs[i].Start + finding.Range.Start, paragraphs[i].Start + finding.Range.End)))];
    }

    private static IEnumerable<(int Start, string Text)> Paragraphs(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var blank = line.Length - line.TrimStart().Length;
            if (blank < line.Length)
            {
                yield return (start + blank, line[blank..]);
            }

            start += line.Length + 1;
        }
    }

    private static bool IsCovered(string text, int start, int length, List<TextRange> found)
    {
        for (var i = start; i < start + length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !found.Exists(range => range.Start <= i && range.End > i))
            {
                return false;
            }
        }

        return true;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
