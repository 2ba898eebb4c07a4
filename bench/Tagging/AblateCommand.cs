using System.Globalization;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>
/// <c>ablate names|records [--data FOLDER]</c>: what each family of features and each corpus brings. The chain is trained again without it, on parts
/// that hold no dev text, and measured: names on WNUT-2017 dev, records on TAB in five folds.
/// </summary>
internal static class AblateCommand
{
    private const int Folds = 5;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Options.Find(arguments, "--data") ?? Path.Combine("..", "shared", "data", "anonymise");
        if (arguments.Count == 0 || arguments[0] is not ("names" or "records") || !Directory.Exists(Path.Combine(data, "tab")))
        {
            Console.Error.WriteLine("Use: ablate names|records [--data ../shared/data/anonymise]");
            return 2;
        }

        var corpora = new Corpora(data);
        if (arguments[0] == "records")
        {
            Records(corpora);
        }
        else
        {
            Names(corpora);
        }

        return 0;
    }

    private static IEnumerable<TagFamily> Families => Enum.GetValues<TagFamily>().Where(family => family is not (TagFamily.None or TagFamily.All));

    private static void Records(Corpora corpora)
    {
        List<AnnotatedText> texts = [.. corpora.TabTrain(), .. corpora.TabDev()];
        var empty = new TagWeights(TagScheme.Names.Labels, 1, new short[TagScheme.Names.Labels * TagScheme.Names.Labels], [], []);
        foreach (var family in Families.Prepend(TagFamily.None))
        {
            var readings = new List<(AnnotatedText Text, TagReading Reading)>();
            for (var fold = 0; fold < Folds; fold++)
            {
                var records = TaggerTraining.Records(texts.Where((_, place) => place % Folds != fold), TagFamily.All & ~family);
                readings.AddRange(TaggerMeasures.Read(texts.Where((_, place) => place % Folds == fold), new TagModel(empty, records)));
            }

            foreach (var mode in Enum.GetValues<TagMode>())
            {
                Console.WriteLine($"without {family}, {mode}: {TaggerMeasures.Tab(readings, TagMasker.ThresholdOf(TagScheme.Records, mode))}");
            }
        }
    }

    private static void Names(Corpora corpora)
    {
        var train = corpora.NamesTrain();
        var dev = corpora.NamesDev()["wnut"];
        foreach (var family in Families.Where(family => family != TagFamily.Layout).Prepend(TagFamily.None))
        {
            Say($"without {family}", train.Values, dev, TagFamily.All & ~family);
        }

        foreach (var corpus in train.Keys.Where(corpus => corpus != TrainingMaterial.Domain))
        {
            Say($"without {corpus}", train.Where(pair => pair.Key != corpus).Select(pair => pair.Value), dev, TagFamily.All);
        }

        Say("with wnut alone", [train[TrainingMaterial.Domain]], dev, TagFamily.All);
    }

    private static void Say(string what, IEnumerable<List<AnnotatedText>> train, List<AnnotatedText> dev, TagFamily families)
    {
        var names = TaggerTraining.Names(train.SelectMany(texts => texts), families);
        var empty = new TagWeights(TagScheme.Records.Labels, 1, new short[TagScheme.Records.Labels * TagScheme.Records.Labels], [], []);
        var readings = TaggerMeasures.Read(dev, new TagModel(names, empty));
        foreach (var threshold in (float[])[0.2f, 0.02f, 0.01f])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, {threshold}: {TaggerMeasures.Names(readings, threshold, "person", "location", "corporation", "group")}"));
        }
    }
}
