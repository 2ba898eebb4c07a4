using System.Text;
using Blog.Model;
using Blog.Source;

namespace Blog.Tests.Source;

public sealed class GlossaryFileTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var entries = new Dictionary<string, GlossaryEntry> { ["RW"] = new("Remote watcher, inland: \"the desk\"", "2014-02", "2018"), ["NO"] = new("no"), ["A&B"] = new("[redacted: town] board", From: "2014") };
        var bytes = GlossaryFile.Write(entries);
        Assert.Equal(entries, GlossaryFile.Read(bytes, "glossary.yml"));
        Assert.Equal(bytes, GlossaryFile.Write(GlossaryFile.Read(bytes, "glossary.yml")));
    }

    [Theory]
    [InlineData("RW: {means: Remote watcher, from: 14}", 1, "year or a month")]
    [InlineData("PK: Principal keeper\nRW: {form: 2014, means: Remote watcher}", 2, "did you mean 'from'")]
    [InlineData("RW: {from: 2014}", 1, "is missing")]
    [InlineData("- RW", 1, "abbreviation: meaning")]
    public void A_wrong_line_is_named(string yaml, int line, string message)
    {
        var problem = Assert.Single(Assert.Throws<SourceException>(() => GlossaryFile.Read(Encoding.UTF8.GetBytes(yaml), "glossary.yml")).Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_stands_over_the_settings()
    {
        using var folder = new TemporaryFolder();
        folder.Put("input/site.yml", "title: T\naddress: https://a.example\nglossary:\n  PK: Principal keeper\n  RW: Rubbish\n");
        folder.Put("input/glossary.yml", "RW: {means: Remote watcher, to: 2018}\n");
        Assert.Equal([new("PK", new GlossaryEntry("Principal keeper")), new("RW", new GlossaryEntry("Remote watcher", To: "2018"))], new BlogReader(new BlogFolder(folder.Root)).ReadSettings().Glossary);
    }
}
