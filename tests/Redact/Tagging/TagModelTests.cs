using System.Text;
using System.Text.Json;
using Blog.Redact.Tagging;

namespace Blog.Tests.Redact.Tagging;

public sealed class TagModelTests
{
    private const int RareLetters = 6;

    [Theory]
    [InlineData("I was supervised by Jonquil Larkspur at the Skelby office last year.", nameof(TagType.Person), "Jonquil Larkspur")]
    [InlineData("she moved to Aberystwyth in May", nameof(TagType.Place), "Aberystwyth")]
    public void The_chain_of_names_finds_names_it_never_saw(string text, string type, string expected)
    {
        var reading = TagReading.Of(TagDocument.Read(text), TagModel.BuiltIn);
        var spans = TagMasker.Spans(reading, TagScheme.Names, TagThresholds.Of(TagScheme.Names, TagMode.Guard));
        Assert.Contains(spans, span => span.Type.ToString() == type && text[reading.Document.Tokens[span.First].Start..reading.Document.Tokens[span.After - 1].End] == expected);
    }

    [Fact]
    public void What_is_masked_once_as_a_person_is_masked_everywhere()
    {
        const string Text = "The applicant, Mr Bartholomew Quillfeather, was born in 1961.\nBefore that, 52 quillfeather and Quillfeather, Bartholomew Quillfeather.";
        var reading = TagReading.Of(TagDocument.Read(Text), TagModel.BuiltIn);
        var masked = new bool[Text.Length];
        foreach (var span in TagMasker.Spans(reading, TagScheme.Records, TagThresholds.Of(TagScheme.Records, TagMode.Guard)))
        {
            masked.AsSpan(reading.Document.Tokens[span.First].Start, 1).Fill(true);
            masked.AsSpan(reading.Document.Tokens[span.After - 1].Start, 1).Fill(true);
        }

        Assert.True(masked[Text.LastIndexOf("Quillfeather", StringComparison.Ordinal)]);
        Assert.True(masked[Text.LastIndexOf("Bartholomew", StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_model_is_the_same_when_written_and_read()
    {
        using var written = new MemoryStream();
        TagModel.BuiltIn.Write(written);
        using var shipped = typeof(TagModel).Assembly.GetManifestResourceStream("Blog.src.Redact.Tagging.tagger.weights");
        using var bytes = new MemoryStream();
        shipped!.CopyTo(bytes); // the resource is in every build, or the line above had thrown
        Assert.True(written.ToArray().AsSpan().SequenceEqual(bytes.ToArray()));
        Assert.InRange(bytes.Length, 1, 5_000_000);
    }

    /// <summary>Names that stand once in the training material, as bytes in the weights: none may be there.</summary>
    [SharedFact]
    public void The_weights_hold_no_rare_name_of_the_training_material()
    {
        var shipped = File.ReadAllBytes(Path.Combine(SharedMaterial.Project, "src", "Redact", "Tagging", "tagger.weights"));
        var text = Encoding.Latin1.GetString(shipped);
        using var json = JsonDocument.Parse(File.ReadAllBytes(SharedMaterial.File("data", "anonymise", "tab", "tab_exact_train.json")));
        var names = json.RootElement.EnumerateArray().SelectMany(document => document.GetProperty("annotations").EnumerateObject())
            .SelectMany(annotator => annotator.Value.GetProperty("entity_mentions").EnumerateArray())
            .Where(mention => mention.GetProperty("entity_type").GetString() == "PERSON")
            .SelectMany(mention => mention.GetProperty("span_text").GetString()!.Split(' ')).Where(word => word.Length >= RareLetters && word.All(char.IsAsciiLetter))
            .GroupBy(word => word).Where(group => group.Count() == 1).Select(group => group.Key).ToList();
        Assert.True(names.Count > 50);
        Assert.Equal(0, names.Count(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }
}
