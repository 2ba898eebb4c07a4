using Blog.Release;

namespace Blog.Tests.Release;

public sealed class LegacyMasksTests
{
    public static TheoryData<string, string> Masks() => ReleaseCases.Pairs("masks.txt");

    public static TheoryData<string> LookAlikes() => [.. ReleaseCases.Lines("not-masks.txt")];

    [Theory]
    [MemberData(nameof(Masks))]
    public void A_mask_becomes_a_mark(string text, string expected) => Assert.Equal(expected, LegacyMasks.ToMarks(text).Text);

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void A_look_alike_stays(string text) => Assert.Equal((text, 0), LegacyMasks.ToMarks(text));

    [Fact]
    public void Marks_of_every_length_are_the_same()
    {
        var marks = Enumerable.Range(4, 20).Select(n => LegacyMasks.ToMarks($"I live in X{new string('x', n - 1)} now.").Text).Distinct();
        Assert.Equal("I live in [redacted] now.", Assert.Single(marks));
    }

    [SharedTheory]
    [InlineData("000_f947b0cd034c0c0a.txt", 11)]
    [InlineData("001_c3f769d784ca9b7b.txt", 0)]
    [InlineData("002_52c6949b7b2f489c.txt", 3)]
    [InlineData("003_0d133435a984af18.txt", 0)]
    [InlineData("004_61058b4e6dbcfaa2.txt", 0)]
    public void The_captures_hold_fourteen_and_no_look_alike_is_taken(string file, int expected)
    {
        var text = File.ReadAllText(SharedMaterial.File("captures", file));
        var edits = LegacyMasks.Find(text);
        Assert.Equal(expected, edits.Count);
        Assert.All(edits, edit => Assert.True(text.AsSpan(edit.Start, edit.Length).IndexOfAnyExcept('x', 'X') < 0));
    }

    [SharedFact]
    public void The_captures_masks_stand_on_the_lines_that_have_them()
    {
        var lines = File.ReadAllLines(SharedMaterial.File("captures", "000_f947b0cd034c0c0a.txt"))
            .Select((line, index) => (Number: index + 1, LegacyMasks.Find(line).Count)).Where(line => line.Count > 0);
        Assert.Equal([(9, 3), (13, 2), (17, 1), (27, 2), (54, 2), (56, 1)], lines);
    }
}
