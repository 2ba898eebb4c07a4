using System.Text;
using Blog.Import;

namespace Blog.Tests.Import;

/// <summary>The byte streams of data/hostile/encoding as the text of an export's post: decoded by a stated rule, what was changed is counted, and what comes out is whole Unicode.</summary>
public sealed class HostileEncodingTests
{
    [SharedFact]
    public void Every_byte_stream_is_decoded_by_a_stated_rule_and_said()
    {
        var files = Directory.EnumerateFiles(SharedMaterial.File("data", "hostile", "encoding"), "*.bin").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(32, files.Count);
        foreach (var file in files)
        {
            Reading reading;
            try
            {
                reading = Reading.OfBytes(Within(File.ReadAllBytes(file)));
            }
            catch (ImportException)
            {
                continue; // no text at all: refused in plain words
            }

            Assert.True(reading.Ledger.Balances, file);
            foreach (var body in reading.Posts.Select(post => post.Body))
            {
                Assert.True(IsWhole(body.Original.Markup) && IsWhole(body.Markdown), file);
                Assert.DoesNotContain('\0', body.Markdown);
                // What was no UTF-8 was not passed on in silence.
                Assert.True(!body.Original.Markup.Contains('\uFFFD', StringComparison.Ordinal) || reading.Ledger.Repairs.Count > 0 || reading.Ledger.TextChanges.Count > 0, file);
            }
        }
    }

    // What each decodes to inside an export that says it is UTF-8.
    [SharedTheory]
    [InlineData("overlong-lt.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("overlong-3.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("overlong-4.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("lone-cont.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("surrogate-high.bin", "surrogates written as bytes")]
    [InlineData("surrogate-pair-cesu8.bin", "surrogates written as bytes")]
    [InlineData("above-10ffff.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("fe-ff.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("nonchar.bin", "noncharacter removed")]
    [InlineData("latin1.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("cp1252-quotes.bin", "bytes that are no UTF-8 read as Windows-1252")]
    [InlineData("nul-in-tag.bin", "control character removed")]
    public void Damage_is_counted_under_its_name(string file, string repair)
    {
        var reading = Reading.OfBytes(Within(File.ReadAllBytes(SharedMaterial.File("data", "hostile", "encoding", file))));

        Assert.Contains(reading.Ledger.Repairs, found => found.Reason == repair);
        Assert.DoesNotContain("<script", string.Concat(reading.Posts.Select(post => post.Body.Markdown)), StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Within(byte[] bytes)
    {
        var export = Reading.Feed(Reading.Post("1").Replace("The boat was late.", "{here}", StringComparison.Ordinal) + Reading.Comment("2", "1"));
        var at = export.IndexOf("{here}", StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(export[..at]), .. bytes, .. Encoding.UTF8.GetBytes(export[(at + 6)..])];
    }

    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
