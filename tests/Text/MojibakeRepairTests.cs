using System.Text.Json;

using Blog.Text;

namespace Blog.Tests.Text;

public sealed class MojibakeRepairTests
{
    private sealed record Case(string File, string Label, string Original, string Meant);

    [Theory]
    [InlineData("na├»ve", "naïve")]
    [InlineData("donΓÇÖt ΓÇ£say ΓÇô itΓÇ¥", "don’t “say – it”")]
    [InlineData("donâ€™t â€œsay â€“ itâ€\u009D", "don’t “say – it”")]
    [InlineData("cafÃ© crÃ¨me", "café crème")]
    [InlineData("cafÃƒÂ©", "café")]
    [InlineData("Ã¢â‚¬Å“quotedÃ¢â‚¬\u009D", "“quoted”")]
    [InlineData("costs Â£5.80", "costs £5.80")]
    [InlineData("“good quotes” and Â£5", "“good quotes” and £5")]
    [InlineData("smile ðŸ˜€", "smile 😀")]
    [InlineData("It\u0092s \u0093so\u0094", "It’s “so”")]
    [InlineData("r√©gime", "régime")]
    [InlineData("profiter‚Ä¶", "profiter…")]
    [InlineData("don‚Äôt", "don’t")]
    [InlineData("donвЂ™t", "don’t")]
    [InlineData("H\u0102\u00B4pital", "Hôpital")]
    [InlineData("voilÃ\u00A0 le", "voilà le")]
    public void Misread_text_is_repaired(string spoilt, string meant) => Assert.Equal(meant, MojibakeRepair.Repair(spoilt).Text);

    [Theory]
    [InlineData("naïve café, “quotes”, £5, €3, 10\u00A0km, Ärger, São, 日本語, Привет, ½ × 2")]
    [InlineData("├── src\n│   ├── Text\n└── tests")]
    [InlineData("┌─┐é")]
    [InlineData("CAFÉ® “É…”")]
    [InlineData("Россия, Сёмин, рёбра; Ёлка и Їжак")]
    [InlineData("România, Ăsta, ăla, Ĺ; √2 ≈ 1.41, ƒ(x) = ¬p")]
    [InlineData("")]
    public void Good_text_stays(string text)
    {
        var repaired = MojibakeRepair.Repair(text);
        Assert.Equal(text, repaired.Text);
        Assert.Empty(repaired.Repairs);
    }

    [Fact]
    public void The_log_names_place_and_kind_in_the_text_as_it_was()
    {
        var repaired = MojibakeRepair.Repair("na├»ve, cafÃƒÂ©, it\u0092s");
        Assert.Equal("naïve, café, it’s", repaired.Text);
        Assert.Equal(
            [
                new TextRepair(2, TextRepairKind.Utf8ReadAsCodePage437),
                new TextRepair(11, TextRepairKind.Utf8ReadAsWindows1252),
                new TextRepair(19, TextRepairKind.Windows1252ReadAsLatin1),
            ],
            repaired.Repairs);
    }

    [SharedFact]
    public void No_good_text_of_the_collection_is_changed()
    {
        var negatives = Cases().Where(c => c.File == "negative" || c.Label.StartsWith("Synthetic, negative", StringComparison.Ordinal)).ToList();
        Assert.True(negatives.Count > 31);
        foreach (var negative in negatives)
        {
            Assert.True(negative.Meant == MojibakeRepair.Repair(negative.Original).Text, negative.Label);
        }
    }

    [SharedFact]
    public void Most_of_the_wild_cases_are_mended()
    {
        var wild = Cases().Where(c => c.File == "in-the-wild").ToList();
        var mended = wild.Count(c => MojibakeRepair.Repair(c.Original).Text == c.Meant);
        Assert.True(mended >= 35, $"{mended} of {wild.Count}");
    }

    private static List<Case> Cases()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedMaterial.File("data", "hostile", "encoding", "ftfy-cases.json")));
        return
        [
            .. json.RootElement.EnumerateArray().Select(entry => new Case(
                entry.GetProperty("file").GetString()!,
                entry.GetProperty("label").GetString()!,
                entry.GetProperty("original").GetString()!,
                (entry.TryGetProperty("fixed-encoding", out var encoded) ? encoded : entry.GetProperty("fixed")).GetString()!)),
        ];
    }
}
