using System.Text;
using System.Text.Json;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>
/// <c>detect --format tab GOLD.json OUT.json [--mode guard|suggest]</c> and <c>detect --format conll GOLD OUT [--mode ...]</c>: writes what the tagger
/// masks in the form that the scorers of the shared material read. The marks in GOLD are not looked at.
/// </summary>
internal static class DetectCommand
{
    private const string Usage = "Use: detect --format tab GOLD.json OUT.json [--mode guard|suggest], or detect --format conll GOLD OUT [--mode guard|suggest]";

    public static int Run(IReadOnlyList<string> arguments)
    {
        var files = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                i++;
            }
            else
            {
                files.Add(arguments[i]);
            }
        }

        var format = Options.Find(arguments, "--format");
        if (files.Count != 2 || !File.Exists(files[0]) || format is not ("tab" or "conll") || !Enum.TryParse<TagMode>(Options.Find(arguments, "--mode") ?? "guard", ignoreCase: true, out var mode))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        if (format == "tab")
        {
            Tab(files[0], files[1], mode);
        }
        else
        {
            Conll(files[0], files[1], mode);
        }

        return 0;
    }

    private static void Tab(string gold, string output, TagMode mode)
    {
        var masks = new Dictionary<string, List<int[]>>();
        using (var json = JsonDocument.Parse(File.ReadAllBytes(gold)))
        {
            foreach (var item in json.RootElement.EnumerateArray())
            {
                var text = item.GetProperty("text").GetString()!; // the key stands in every document of the format
                var points = new int[text.Length + 1];
                for (var i = 0; i < text.Length; i++)
                {
                    points[i + 1] = points[i] + (char.IsLowSurrogate(text[i]) ? 0 : 1);
                }

                masks.Add(item.GetProperty("doc_id").GetString()!, [.. Masks(TagDocument.Read(text), TagScheme.Records, mode).Select(mask => new[] { points[mask.Start], points[mask.End] })]);
            }
        }

        File.WriteAllText(output, JsonSerializer.Serialize(masks));
    }

    /// <summary>Copies the lines of a file; each token's tag becomes what the tagger says, other lines stay.</summary>
    private static void Conll(string gold, string output, TagMode mode)
    {
        using var writer = new StreamWriter(output, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.NewLine = "\n";
        var sentence = new List<string>();
        foreach (var line in File.ReadLines(gold))
        {
            if (ConllCorpus.TryToken(line, out var token, out _))
            {
                sentence.Add(token);
                continue;
            }

            if (ConllCorpus.EndsSentence(line))
            {
                Write(writer, sentence, mode);
            }

            writer.WriteLine(line);
        }

        Write(writer, sentence, mode);
    }

    private static void Write(StreamWriter writer, List<string> sentence, TagMode mode)
    {
        var masks = Masks(TagDocument.Read(string.Join(' ', sentence)), TagScheme.Names, mode);
        var start = 0;
        foreach (var token in sentence)
        {
            var end = start + token.Length;
            writer.WriteLine(token + "\t" + (masks.Exists(mask => mask.Start < end && mask.End > start) ? "B-mask" : "O"));
            start = end + 1;
        }

        sentence.Clear();
    }

    private static List<(int Start, int End)> Masks(TagDocument document, TagScheme scheme, TagMode mode) =>
        TaggerMeasures.Masks(TagReading.Of(document, TagModel.BuiltIn), scheme, TagThresholds.Of(scheme, mode));
}
