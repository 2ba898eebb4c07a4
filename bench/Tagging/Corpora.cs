namespace Blog.Bench.Tagging;

/// <summary>The corpora of the shared material: where their files lie and what each is used for.</summary>
/// <param name="folder">The folder with a folder for each corpus.</param>
internal sealed class Corpora(string folder)
{
    /// <summary>TAB, train.</summary>
    public List<AnnotatedText> TabTrain() => TabCorpus.Read(At("tab", "tab_exact_train.json"));

    /// <summary>TAB, dev.</summary>
    public List<AnnotatedText> TabDev() => TabCorpus.Read(At("tab", "tab_exact_dev.json"));

    /// <summary>What the names chain is trained on, by corpus, dev parts left out where a corpus has both.</summary>
    public IReadOnlyDictionary<string, List<AnnotatedText>> NamesTrain() => new SortedDictionary<string, List<AnnotatedText>>(StringComparer.Ordinal)
    {
        ["btc"] = ConllCorpus.Read(At("btc", "btc.train"), "btc"),
        ["cross"] = ConllCorpus.Read(At("crossner_politics", "train.txt"), "cross"),
        ["ewt"] = [.. Parts(Ewt(), isHeld: false)],
        ["presidio"] = [.. Parts(SpanCorpora.Presidio(At("presidio_research", "synth_dataset_v2.json")), isHeld: false)],
        ["re3d"] = [.. Parts(SpanCorpora.Re3d(At("re3d_uk_government")), isHeld: false)],
        ["wiki"] = [.. Parts(ConllCorpus.Read(At("wikigold", "wikigold.conll.txt"), "wiki"), isHeld: false)],
        ["wnut"] = ConllCorpus.Read(At("wnut17", "wnut17train.conll"), "wnut"),
    };

    /// <summary>What the names chain is measured on: dev parts, or every fifth text of a corpus that has one part alone.</summary>
    public IReadOnlyDictionary<string, List<AnnotatedText>> NamesDev() => new SortedDictionary<string, List<AnnotatedText>>(StringComparer.Ordinal)
    {
        ["btc"] = ConllCorpus.Read(At("btc", "btc.dev"), "btc"),
        ["cross"] = ConllCorpus.Read(At("crossner_politics", "dev.txt"), "cross"),
        ["ewt"] = [.. Parts(Ewt(), isHeld: true)],
        ["presidio"] = [.. Parts(SpanCorpora.Presidio(At("presidio_research", "synth_dataset_v2.json")), isHeld: true)],
        ["re3d"] = [.. Parts(SpanCorpora.Re3d(At("re3d_uk_government")), isHeld: true)],
        ["wiki"] = [.. Parts(ConllCorpus.Read(At("wikigold", "wikigold.conll.txt"), "wiki"), isHeld: true)],
        ["wnut"] = ConllCorpus.Read(At("wnut17", "emerging.dev.conll"), "wnut"),
    };

    private List<AnnotatedText> Ewt() => ConllCorpus.Read(At("uner_ewt", "en_ewt-ud-dev.iob2"), "ewt");

    private static IEnumerable<AnnotatedText> Parts(List<AnnotatedText> texts, bool isHeld) => texts.Where((_, place) => (place % 5 == 4) == isHeld);

    private string At(params string[] parts) => Path.Combine([folder, .. parts]);
}
