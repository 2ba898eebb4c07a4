using System.Net;
using Blog.Source;

namespace Blog.Tests.Desk;

/// <summary>Abbreviations in the console: proposed from public texts, shown to readers only once an editor confirmed them.</summary>
public sealed class GlossaryScreenTests
{
    [Fact]
    public async Task A_proposal_is_confirmed_refused_taken_back_and_never_written_without_proof()
    {
        await using var host = await ConsoleHost.StartAsync(extra: "glossary: {PK: Principal keeper}\n");
        var file = host.Blog.InputFile("posts/2016/01/a.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file has a folder
        await File.WriteAllTextAsync(file, "---\nid: a1\ntitle: A\ndate: 2016-01-05\nurl: /2016/01/a.html\n---\nThe Remote Watcher (RW) and the Night Boat (NB) met the PK.\n");
        var screen = WebUtility.HtmlDecode(await host.GetAsync("/glossary"));
        Assert.Contains("value=\"Remote Watcher\"", screen, StringComparison.Ordinal);
        Assert.Contains("2 abbreviations are explained", screen, StringComparison.Ordinal);
        Assert.Contains("Principal keeper", screen, StringComparison.Ordinal);

        Assert.StartsWith("HTTP/1.1 403", await host.PostAsync("/glossary", "act=confirm&term=RW&means=x", proof: "wrong"), StringComparison.Ordinal);
        Assert.Empty(new BlogReader(host.Blog).ReadGlossary());
        Assert.StartsWith("HTTP/1.1 200", await host.PostAsync("/glossary", "act=confirm&term=RW&means=Remote+watcher%2C+at+a+desk&from=2016&to=soon&back=glossary"), StringComparison.Ordinal);
        Assert.Empty(new BlogReader(host.Blog).ReadGlossary()); // "soon" is no time
        await host.PostAsync("/glossary", "act=confirm&term=RW&means=Remote+watcher%2C+at+a+desk&from=2016&back=glossary");
        Assert.Equal("Remote watcher, at a desk", new BlogReader(host.Blog).ReadGlossary()["RW"].Means);
        await host.PostAsync("/glossary", "act=refuse&term=NB&back=glossary");

        screen = WebUtility.HtmlDecode(await host.GetAsync("/glossary"));
        Assert.Contains("0 abbreviations are explained", screen, StringComparison.Ordinal);
        Assert.Contains("Take out RW", screen, StringComparison.Ordinal);
        Assert.Contains("Propose NB again", screen, StringComparison.Ordinal);

        await host.PostAsync("/glossary", "act=reset&term=NB&back=glossary");
        await host.PostAsync("/glossary", "act=remove&term=RW&back=glossary");
        Assert.Contains("2 abbreviations are explained", WebUtility.HtmlDecode(await host.GetAsync("/glossary")), StringComparison.Ordinal);
        Assert.Empty(new BlogReader(host.Blog).ReadGlossary());
        Assert.Contains("PK is not in input", await host.PostAsync("/glossary", "act=remove&term=PK&back=glossary"), StringComparison.Ordinal);
    }
}
