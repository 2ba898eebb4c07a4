using System.Text.Json;
using Blog.Html;
using Blog.Import;
using Blog.Tests.Desk;
using Blog.Tests.Vault;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>Script in texts that a moderator reads.</summary>
public sealed class ConsoleHostileTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private const int ATime = 60;

    [Fact]
    public async Task Markup_in_an_original_is_shown_as_text()
    {
        const string Payload = "<img src=x onerror=\"parent.pwned=1\"><script>pwned=1</script></textarea><svg onload=pwned=1> [x](javascript:pwned=1)";
        await using var host = await ConsoleHost.StartAsync([VaultFixture.Archive(), VaultFixture.Post("p1", 0, Payload) with { Title = Payload }, VaultFixture.Comment("c1", "p1", 1, text: Payload, author: new ImportedAuthor { Name = Payload })]);
        var page = await browser.OpenAsync(host);
        await page.GotoAsync(host.Server.Address + $"thread/{host.Post}?texts=all&show=all");

        Assert.Contains(Payload, await page.Locator(".original .words[data-field=body]").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("'pwned' in window"));
        Assert.Equal(0, await page.Locator("main img, main svg, main script, main iframe").CountAsync());
        await page.Context.DisposeAsync();
    }

    [SharedFact]
    public async Task None_of_the_payloads_runs_in_the_original_pane_or_the_readers()
    {
        var payloads = File.ReadLines(SharedMaterial.File("data", "hostile", "xss", "payloads.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString() ?? string.Empty).Where(text => text.Length is > 0 and < 20_000).ToList();
        Assert.True(payloads.Count > 6000);
        await using var host = await ConsoleHost.StartAsync(Texts(payloads));
        var page = await browser.OpenAsync(host, bypass: true); // without the policy: the markup alone must hold
        var ran = new List<string>();
        await page.Context.ExposeFunctionAsync("reportRun", (string what) => ran.Add(what));
        await page.AddInitScriptAsync("for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) { window[name] = () => { reportRun(name); return null; }; }");
        page.Dialog += async (_, dialog) => { ran.Add("dialog"); await dialog.DismissAsync(); };
        page.PageError += (_, error) => ran.Add(error);
        var address = host.Server.Address.TrimEnd('/');
        foreach (var post in await host.ReadAsync(store => store.Posts().ToList()))
        {
            await page.GotoAsync($"{address}/thread/{post.Handle.Hex}?texts=all&show=all");
            for (var next = 2; ; next++)
            {
                var strange = await page.EvaluateAsync<string>("""
                    () => [...document.querySelectorAll("main *")].filter((element) =>
                      ["SCRIPT", "IFRAME", "OBJECT", "EMBED", "SVG", "MATH", "STYLE", "LINK", "META", "BASE", "TEMPLATE"].includes(element.tagName.toUpperCase())
                      || [...element.attributes].some((attribute) => attribute.name.startsWith("on") || attribute.name === "style" || /^\s*(javascript|data|vbscript):/i.test(attribute.value) && ["href", "src", "action", "formaction"].includes(attribute.name)))
                      .map((element) => element.outerHTML.slice(0, 200)).join("\n")
                    """);
                Assert.Equal(string.Empty, strange);
                Assert.Equal(address, new Uri(page.Url).GetLeftPart(UriPartial.Authority));
                if (await page.Locator(".turner a[rel=next]").CountAsync() == 0)
                {
                    break;
                }

                await page.GotoAsync($"{address}/thread/{post.Handle.Hex}?texts=all&show=all&page={next}");
            }
        }

        await page.WaitForTimeoutAsync(300);
        Assert.Empty(ran);
        await page.Context.DisposeAsync();
    }

    /// <summary>Sixty payloads a text, each in a paragraph of its own: as a person who wants to be read would not, and a machine must.</summary>
    private static IEnumerable<ImportedEntry> Texts(List<string> payloads)
    {
        yield return VaultFixture.Archive();
        yield return VaultFixture.Post("p1", 0, "Payloads.");
        var number = 0;
        foreach (var chunk in payloads.Chunk(ATime))
        {
            var text = string.Join("\n\n", chunk.Select(payload => payload.Replace("\0", string.Empty, StringComparison.Ordinal)));
            yield return VaultFixture.Comment("c" + number, "p1", ++number, text: "x") with { Body = new ImportedBody(new RawHtml("<p>x</p>"), text, []) };
        }
    }
}
