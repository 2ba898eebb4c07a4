using Blog.Redact;
using Blog.Redact.Recognizers;
using static Blog.Tests.Redact.RecognizerSamples;

namespace Blog.Tests.Redact;

/// <summary>Every recognizer finds what its samples say it must, and nothing where they say so.</summary>
public sealed class RecognizerSamplesTests
{
    public static TheoryData<string> Recognizers => [.. RecognizerList.InOrder.Select(recognizer => recognizer.Name)];

    [Theory]
    [MemberData(nameof(Recognizers))]
    public void A_recognizer_has_samples_that_must_fire_and_samples_that_must_not(string recognizer)
    {
        var samples = Of(recognizer);

        Assert.True(samples.Count(sample => sample.Sort == SampleSort.Found) >= 3, "It needs at least three lines that must fire.");
        Assert.True(samples.Count(sample => sample.Sort == SampleSort.Nothing) >= 3, "It needs at least three lines that must not fire.");
        Assert.All(samples, sample => Assert.True(sample.Sort == SampleSort.Nothing || sample.Ranges.Count > 0, sample.Text));
    }

    [Fact]
    public void Every_file_of_samples_belongs_to_a_recognizer_and_no_two_recognizers_share_a_name()
    {
        var names = RecognizerList.InOrder.Select(recognizer => recognizer.Name).ToList();

        Assert.Equal(names.Order(StringComparer.Ordinal), names.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Recognizers))]
    public void A_recognizer_does_what_its_samples_say(string recognizer)
    {
        var wrong = new List<string>();
        foreach (var sample in Of(recognizer))
        {
            var isNearMiss = sample.Sort == SampleSort.NearMiss;
            var found = TextFinder.Find(ProseView.Of(sample.Text), PublicNames.BuiltIn)
                .Where(finding => finding.Recognizer == recognizer && finding.IsNearMiss == isNearMiss)
                .Select(finding => $"{finding.Kind} {finding.Range.Of(sample.Text)}").ToList();
            var expected = sample.Ranges.Select(range => $"{sample.Kind} {range.Of(sample.Text)}").ToList();
            if (!found.SequenceEqual(expected))
            {
                wrong.Add($"{sample.Text}\n   expected: {string.Join(" / ", expected)}\n   found:    {string.Join(" / ", found)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
