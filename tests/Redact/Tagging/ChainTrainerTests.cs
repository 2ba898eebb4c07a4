using Blog.Redact.Tagging;

namespace Blog.Tests.Redact.Tagging;

public sealed class ChainTrainerTests
{
    private static readonly ChainSettings Settings = new() { Rounds = 8, Rate = 0.2f, Least = 2 };

    [Fact]
    public void The_same_material_gives_the_same_bytes_and_learns_what_it_was_shown()
    {
        var first = Train();
        Assert.Equal(first, Train());

        using var stream = new MemoryStream(first);
        var weights = TagWeightsFile.Read(TagWeightsFile.Open(stream));
        var model = new TagModel(weights, weights);
        var document = TagDocument.Read("yesterday Mr Fennel came by");
        var reading = TagReading.Of(document, model);
        Span<float> types = stackalloc float[TagScheme.Names.Types.Count];
        reading.TypesOf(TagScheme.Names, 2, types);
        Assert.True(types[0] > 0.5f, "A word after \"Mr\" is a person in all of the material.");
        reading.TypesOf(TagScheme.Names, 3, types);
        Assert.True(types[0] < 0.5f);
    }

    [Fact]
    public void Weights_of_another_form_are_refused()
    {
        using var stream = new MemoryStream([0, 1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Throws<InvalidDataException>(() => TagWeightsFile.Read(TagWeightsFile.Open(stream)));
    }

    private static byte[] Train()
    {
        string[] names = ["Oxlip", "Sorrel", "Tansy", "Yarrow", "Campion", "Teasel"];
        var sequences = names.Select((name, place) => Sequence($"{(place % 2 == 0 ? "then" : "today")} Mr {name} went out", 2)).ToList();
        var trained = new ChainTrainer(TagScheme.Names.Labels, Settings).Train(sequences);
        var rows = trained.Rows.Select(row => KeyValuePair.Create(row.Key, trained.Weights.AsSpan(row.Value * trained.Stride, trained.Labels).ToArray()));
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            TagWeightsFile.Write(ChainQuantizer.Round(trained.Labels, rows, trained.Transitions, 1), writer);
        }

        return stream.ToArray();
    }

    private static ChainSequence Sequence(string text, int person)
    {
        var document = TagDocument.Read(text);
        var features = new List<uint>();
        var ends = new int[document.Tokens.Length];
        var buffer = new uint[TagFeatures.Most];
        for (var i = 0; i < ends.Length; i++)
        {
            features.AddRange(buffer.AsSpan(0, TagFeatures.Write(document, 0, i, TagFamily.All, buffer, out _)));
            ends[i] = features.Count;
        }

        var labels = new byte[ends.Length];
        labels[person] = TagScheme.Names.LabelOf(TagType.Person, isFirst: true);
        return new ChainSequence([.. features], ends, labels);
    }
}
