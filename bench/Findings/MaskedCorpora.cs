using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Blog.Redact;

namespace Blog.Bench.Findings;

/// <summary>Writes the findings as masks in the forms of the two evaluation scripts and runs the scripts.</summary>
internal static class MaskedCorpora
{
    /// <summary>Kinds that are scored together, to see what each adds.</summary>
    public static readonly FindingKind[][] KindGroups =
    [
        [FindingKind.Person],
        [FindingKind.Place, FindingKind.Office, FindingKind.Organisation],
        [FindingKind.EventDate, FindingKind.BirthDate, FindingKind.Age, FindingKind.Tenure],
        [FindingKind.CaseReference, FindingKind.PersonalNumber],
    ];

    /// <summary>The Text Anonymization Benchmark, dev: 21 judgments.</summary>
    public static void Tab(string shared, string work, FindingKind[]? kinds)
    {
        var gold = Path.Combine(shared, "data", "anonymise", "tab", "tab_exact_dev.json");
        var masks = new Dictionary<string, List<int[]>>();
        using (var json = JsonDocument.Parse(File.ReadAllBytes(gold)))
        {
            foreach (var document in json.RootElement.EnumerateArray())
            {
                var text = document.GetProperty("text").GetString()!;
                var positions = CodePoints(text);
                masks.Add(document.GetProperty("doc_id").GetString()!, [
                    .. Find(text).Where(finding => kinds is null || kinds.Contains(finding.Kind))
                        .Select(finding => new[] { positions[finding.Range.Start], positions[finding.Range.End] }),
                ]);
            }
        }

        var file = Path.Combine(work, "masks.json");
        File.WriteAllText(file, JsonSerializer.Serialize(masks));
        Console.WriteLine($"## TAB dev, {(kinds is null ? "all kinds" : string.Join(", ", kinds))}");
        Python(Path.Combine(shared, "eval", "tab_eval.py"), gold, file);
    }

    /// <summary>WNUT-2017 dev: sentences of web text, people, places, companies and groups.</summary>
    public static void Conll(string shared, string work)
    {
        var gold = Path.Combine(shared, "data", "anonymise", "wnut17", "emerging.dev.conll");
        var predicted = new StringBuilder();
        var sentence = new List<string>();
        foreach (var line in File.ReadLines(gold).Append(string.Empty))
        {
            var token = line.Split('\t', ' ')[0];
            if (line.Trim().Length > 0)
            {
                sentence.Add(token);
                continue;
            }

            PutSentence(predicted, sentence);
            sentence.Clear();
        }

        var file = Path.Combine(work, "predicted.conll");
        File.WriteAllText(file, predicted.ToString());
        Console.WriteLine("## WNUT-2017 dev");
        Python(Path.Combine(shared, "eval", "conll_mask_eval.py"), gold, file, "--types", "person,location,corporation,group");
    }

    private static void PutSentence(StringBuilder predicted, List<string> tokens)
    {
        var found = Find(string.Join(' ', tokens));
        var start = 0;
        foreach (var token in tokens)
        {
            var end = start + token.Length;
            predicted.Append(token).Append('\t').Append(found.Exists(finding => finding.Range.Start < end && finding.Range.End > start) ? "B-x" : "O").Append('\n');
            start = end + 1;
        }

        predicted.Append('\n');
    }

    private static List<Finding> Find(string text) => [.. TextFinder.Find(ProseView.Of(text), PublicNames.None).Where(FindEvalCommand.Counts)];

    /// <summary>The script counts code points, the finder UTF-16 units.</summary>
    private static int[] CodePoints(string text)
    {
        var positions = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            positions[i + 1] = positions[i] + (char.IsLowSurrogate(text[i]) ? 0 : 1);
        }

        return positions;
    }

    private static void Python(params string[] arguments)
    {
        Console.Out.Flush();
        using var python = Process.Start(new ProcessStartInfo("python3", arguments)) ?? throw new InvalidOperationException("python3 does not start.");
        python.WaitForExit();
    }
}
