using System.Globalization;
using Blog.Redact.Tagging;

namespace Blog.Bench.Tagging;

/// <summary>
/// <c>ablate names|records [FAMILY ...] [--data FOLDER]</c>: what each family of features (all of them, or those named) and each corpus brings. The chain is trained again without it, on parts
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
            Console.Error.WriteLine("Use: ablate names|records [FAMILY ...] [--data ../shared/data/anonymise]");
            return 2;
        }

        var corpora = new Corpora(data);
        var asked = arguments.Skip(1).TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).Select(name => Enum.Parse<TagFamily>(name, ignoreCase: true)).ToList();
        var families = asked.Count > 0 ? asked : [.. Enum.GetValues<TagFamily>().Where(family => family != TagFamily.All)];
        if (arguments[0] == "records")
        {
            Records(corpora, families);
        }
        else
        {
            Names(corpora, families, withCorpora: asked.Count == 0);
        }

        return 0;
    }

    private static void Records(Corpora corpora, List<TagFamily> families)
    {
        List<AnnotatedText> texts = [.. corpora.TabTrain(), .. corpora.TabDev()];
        var empty = new TagWeights(TagScheme.Names.Labels, 1, new short[TagScheme.Names.Labels * TagScheme.Names.Labels], [], []);
        foreach (var family in families)
        {
            var folds = new List<(AnnotatedText Text, TagReading Reading)>[Folds];
            Parallel.For(0, Folds, fold =>
            {
                var records = TaggerTraining.Records(texts.Where((_, place) => place % Folds != fold), TagFamily.All & ~family);
                folds[fold] = TaggerMeasures.Read(texts.Where((_, place) => place % Folds == fold), new TagModel(empty, records));
            });
            var readings = folds.SelectMany(each => each).ToList();

            foreach (var mode in Enum.GetValues<TagMode>())
            {
                Console.WriteLine($"without {family}, {mode}: {TaggerMeasures.Tab(readings, TagThresholds.Of(TagScheme.Records, mode))}");
            }
        }
    }

    private static void Names(Corpora corpora, List<TagFamily> families, bool withCorpora)
    {
        var train = corpora.NamesTrain();
        var dev = corpora.NamesDev()["wnut"];
        foreach (var family in families.Where(family => family is not (TagFamily.Layout or TagFamily.Lexicon)))
        {
            Say($"without {family}", train.Values, dev, TagFamily.All & ~family);
        }

        if (!withCorpora)
        {
            return;
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
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, {threshold}: {TaggerMeasures.Names(readings, TagThresholds.Same(TagScheme.Names, threshold), "person", "location", "corporation", "group")}"));
        }
    }
}
