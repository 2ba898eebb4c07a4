using System.Text.RegularExpressions;
using Blog.Moderate.Sharing;
using Blog.Model;
using Blog.Tests.Desk;
using Blog.Tests.Vault;
using Blog.Vault;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The console over a packet in a browser: its screens in both colour schemes, wide and narrow; an evening's work by keyboard alone.</summary>
public sealed class ConsolePacketTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    /// <summary>Light and wide, dark and narrow; all four with <c>BLOG_AXE=all</c>.</summary>
    public static TheoryData<ColorScheme, int> Views() => Environment.GetEnvironmentVariable("BLOG_AXE") == "all"
        ? new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 1440 }, { ColorScheme.Light, 320 }, { ColorScheme.Dark, 320 } }
        : new() { { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 320 } };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_no_violation_and_nothing_is_wider_than_the_window(ColorScheme scheme, int width)
    {
        await using var host = await ConsoleHost.StartAsync([], prepare: Fill, isPacket: true);
        var page = await browser.OpenAsync(host, scheme, width, bypass: true);
        await ConsoleKeysTests.SettleAsync(host);
        foreach (var screen in new[] { "/", "/threads?list=all", "/held", "/terms", "/history", "/thread/" + host.Post })
        {
            await page.GotoAsync(host.Server.Address.TrimEnd('/') + screen);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), screen + " is wider than the window");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.Equal(1, await page.Locator("main").CountAsync());
            if (scheme == ColorScheme.Light != width > 320)
            {
                continue; // axe sees colours by scheme and layout by width: two of the four views show it both of each
            }

            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, screen + "\n" + string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.NotEmpty(result.Passes);
        }
    }

    [Fact]
    public async Task A_packet_is_reviewed_by_keyboard_and_says_what_is_not_in_it()
    {
        await using var host = await ConsoleHost.StartAsync([], prepare: Fill, isPacket: true);
        var page = await browser.OpenAsync(host);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A packet to review");
        Assert.Equal(0, await page.Locator("form[action='/publish'], form[action='/import'], form[action='/preview']").CountAsync());
        await ConsoleKeysTests.SettleAsync(host);
        await page.TabToAsync("Threads");
        await page.PressKeyAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/threads"));
        await page.PressKeyAsync("j");
        await page.PressKeyAsync("Enter");
        await page.WaitForSelectorAsync("li.finding[aria-current]");
        var open = await page.Locator("li.finding.hold, li.finding.mask").CountAsync();
        await page.PressKeyAsync("y");
        await Assertions.Expect(page.Locator("li.finding.hold, li.finding.mask")).Not.ToHaveCountAsync(open);
        Assert.Equal(DecisionAction.Redact, Assert.Single(await host.DecisionsAsync()).Action);

        await page.GotoAsync(host.Server.Address);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You have made 1 decisions");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("moderate return");
    }

    /// <summary>A packet as an editor's store makes it, opened as a moderator's program does.</summary>
    private static void Fill(VaultStore store)
    {
        using var fixture = new VaultFixture();
        using var home = VaultStore.OpenOrCreate(fixture.Location("home"), Blog.Commands.VaultAccess.Random, TimeProvider.System);
        VaultFixture.TakeIn(home, [.. ConsoleHost.Thread()]);
        var content = new PacketMaker(home, new SiteSettings { Title = "The Kettle Yard", Address = "https://kettle.example" }, home.Packets.NewHandle())
            .Make([.. home.Posts()], "title: The Kettle Yard\naddress: https://kettle.example\n", DateOnly.MaxValue);
        PacketStore.Fill(store, content, "Patient Lathe", TimeProvider.System, CancellationToken.None);
    }
}
