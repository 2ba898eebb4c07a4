using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>
/// <c>train --data FOLDER [--out FILE]</c>: trains the tagger on every part of the corpora and writes its weights; the same material gives the same
/// bytes. <c>train --data FOLDER --measure</c> trains without the dev parts, writes nothing and prints dev figures and five-fold figures of TAB.
/// </summary>
internal static class TrainCommand
{
    private const int Folds = 5;
    private static readonly float[] NamesThresholds = [0.5f, 0.3f, 0.2f, 0.1f, 0.05f, 0.03f, 0.02f, 0.015f, 0.01f, 0.007f, 0.005f];
    private static readonly float[] RecordsThresholds = [0.5f, 0.45f, 0.4f, 0.35f, 0.3f, 0.25f, 0.2f, 0.1f];
    private static readonly float[] GuardFactors = [2, 1.4f, 1.2f, 1, 0.85f, 0.7f];

    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Options.Find(arguments, "--data") ?? Path.Combine("..", "shared", "data", "anonymise");
        if (!Directory.Exists(Path.Combine(data, "tab")))
        {
            Console.Error.WriteLine("Give the folder of the annotated corpora: train --data ../shared/data/anonymise [--out FILE] or [--measure]");
            return 2;
        }

        var corpora = new Corpora(data);
        if (arguments.Contains("--measure"))
        {
            Measure(corpora);
        }
        else
        {
            Write(corpora, Options.Find(arguments, "--out") ?? Path.Combine("src", "Redact", "Tagging", "tagger.weights"));
        }

        return 0;
    }

    private static void Write(Corpora corpora, string file)
    {
        var clock = Stopwatch.StartNew();
        var names = TaggerTraining.Names(corpora.NamesTrain().Values.Concat(corpora.NamesDev().Values).SelectMany(texts => texts), TagFamily.All);
        Say($"names: {names.Keys.Count} features, {clock.Elapsed.TotalSeconds:0} s");
        clock.Restart();
        var records = TaggerTraining.Records([.. corpora.TabTrain(), .. corpora.TabDev()], TagFamily.All);
        Say($"records: {records.Keys.Count} features, {clock.Elapsed.TotalSeconds:0} s");
        using var bytes = new MemoryStream();
        new TagModel(names, records).Write(bytes);
        File.WriteAllBytes(file, bytes.ToArray());
        Say($"{file}: {bytes.ToArray().Length / 1e6:0.00} MB, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..16]}");
    }

    private static void Measure(Corpora corpora)
    {
        var names = TaggerTraining.Names(corpora.NamesTrain().Values.SelectMany(texts => texts), TagFamily.All);
        var records = TaggerTraining.Records(corpora.TabTrain(), TagFamily.All);
        var model = new TagModel(names, records);
        foreach (var (corpus, texts) in corpora.NamesDev())
        {
            var read = TaggerMeasures.Read(texts, model);
            foreach (var threshold in NamesThresholds)
            {
                Say($"{corpus} dev, {threshold}: {TaggerMeasures.Names(read, TagThresholds.Same(TagScheme.Names, threshold), corpus == "wnut" ? ["person", "location", "corporation", "group"] : [])}");
            }
        }

        var dev = TaggerMeasures.Read(corpora.TabDev(), model);
        SayRecords("tab dev", dev);
        SayRecords($"tab, {Folds} folds", FoldReadings([.. corpora.TabTrain(), .. corpora.TabDev()], names));
    }

    private static void SayRecords(string what, List<(AnnotatedText Text, TagReading Reading)> readings)
    {
        foreach (var threshold in RecordsThresholds)
        {
            Say($"{what}, {threshold}: {TaggerMeasures.Tab(readings, TagThresholds.Same(TagScheme.Records, threshold))}");
        }

        Say($"{what}, suggest: {TaggerMeasures.Tab(readings, TagThresholds.Of(TagScheme.Records, TagMode.Suggest))}");
        foreach (var factor in GuardFactors)
        {
            Say($"{what}, guard x{factor}: {TaggerMeasures.Tab(readings, TagThresholds.Of(TagScheme.Records, TagMode.Guard).Times(factor))}");
        }
    }

    /// <summary>Each document as a chain reads it that was trained on the other folds.</summary>
    private static List<(AnnotatedText Text, TagReading Reading)> FoldReadings(List<AnnotatedText> texts, TagWeights names)
    {
        var readings = new List<(AnnotatedText Text, TagReading Reading)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var records = TaggerTraining.Records(texts.Where((_, place) => place % Folds != fold), TagFamily.All);
            readings.AddRange(TaggerMeasures.Read(texts.Where((_, place) => place % Folds == fold), new TagModel(names, records)));
        }

        return readings;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
