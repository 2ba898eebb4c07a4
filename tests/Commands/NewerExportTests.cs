namespace Blog.Tests.Commands;

/// <summary>The old blog stays the place to write; its newer export is merged.</summary>
public sealed class NewerExportTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Only_what_is_new_goes_in_and_nothing_decided_is_touched()
    {
        await RunAsync("init", "blog", "--title", "An archive", "--address", "https://archive.example", "--no-git");
        var export = await File.ReadAllTextAsync(Path.Combine(SharedMaterial.Project, "tests", "Commands", "Cases", "small-export.xml"));
        _temporary.Put("first.xml", export);
        var unknown = await RunAsync("import", "first.xml", "--newer", "--blog", "blog");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("knows no such blog", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("import", "first.xml", "--blog", "blog")).ExitCode);
        Assert.Equal(0, (await RunAsync("redact", "withhold", "2001", "--blog", "blog")).ExitCode);

        // A comment that was decided on and one that was not are changed; one is new; the decided one of the two is later taken away by its writer.
        const string Open = "<entry><id>tag:blogger.com,1999:blog-4242.post-2002</id>";
        var added = export[export.IndexOf(Open, StringComparison.Ordinal)..];
        added = added[..(added.IndexOf("</entry>", StringComparison.Ordinal) + "</entry>".Length)].Replace("post-2002", "post-2004", StringComparison.Ordinal).Replace("I agree with Marigold Testwright.", "A later word.", StringComparison.Ordinal);
        var newer = export.Replace("First words.", "First words, changed.", StringComparison.Ordinal).Replace("I agree with Marigold Testwright.", "I agree, now.", StringComparison.Ordinal).Replace("</feed>", added + "</feed>", StringComparison.Ordinal);
        _temporary.Put("second.xml", newer);
        var merged = await RunAsync("import", "second.xml", "--newer", "--blog", "blog");
        Assert.Contains("1 new, 1 changed, 2 as before, 1 changed there and left as decided on here.", merged.Output, StringComparison.Ordinal);
        Assert.Contains("1 texts that somebody has decided on were changed by the old blog since", merged.Output, StringComparison.Ordinal);
        Assert.Equal([1, 0, 1, 0, 1], await CountsAsync("First words", "First words, changed", "I agree, now", "I agree with Marigold", "A later word"));
        var again = await RunAsync("import", "second.xml", "--newer", "--blog", "blog");
        Assert.Contains("0 new, 0 changed, 4 as before, 1 changed there", again.Output, StringComparison.Ordinal);

        _temporary.Put("third.xml", newer.Replace("First words, changed.", "This comment has been removed by the author.", StringComparison.Ordinal).Replace("<author><name>Marigold Testwright</name>", "<gd:extendedProperty name='blogger.contentRemoved' value='true'/><author><name>Marigold Testwright</name>", StringComparison.Ordinal));
        Assert.Contains("0 new, 1 changed, 4 as before, 0 changed there", (await RunAsync("import", "third.xml", "--newer", "--blog", "blog")).Output, StringComparison.Ordinal);
        Assert.Equal([0], await CountsAsync("First words"));
    }

    /// <summary>How many texts of the store have each of these words.</summary>
    private async Task<List<int>> CountsAsync(params string[] words)
    {
        var counts = new List<int>();
        foreach (var word in words)
        {
            var found = (await RunAsync("redact", "find", $"\"{word}\"", "--blog", "blog")).Output;
            counts.Add(found.Contains("0 texts", StringComparison.Ordinal) ? 0 : 1);
        }

        return counts;
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.StartAsync(_temporary.Root, new Dictionary<string, string> { ["BLOG_VAULT"] = _temporary.File("vault") }, arguments);
}
