using Blog.Guests;
using Blog.Tests.Desk;
using Blog.Vault;
using Blog.Vault.Guests;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>Messages and guests' texts by keyboard alone and without script: from the locked inbox to a recorded yes and a published day.</summary>
public sealed class ConsoleMessagesTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    [Fact]
    public async Task By_keyboard_and_without_script_a_message_becomes_a_guests_text_with_its_writers_word()
    {
        await using var host = await ConsoleHost.StartAsync(prepare: InboxScreensTests.Prepare);
        var page = await browser.OpenAsync(host, script: false);
        await page.GotoAsync(host.Server.Address.TrimEnd('/') + "/inbox");

        await page.Locator("input[type=password]").FocusAsync();
        await page.Keyboard.TypeAsync(GuestScreensTests.Words);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name=n]").First.WaitForAsync();

        // Two comments as one batch.
        foreach (var box in await page.Locator("input[name=n]").AllAsync())
        {
            await box.FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await page.TabToAsync("Take the ticked comments");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("2 comments stand under their posts.").WaitForAsync();

        // The text: read, taken.
        await page.TabToAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new PageLocatorOptions { HasText = "Message 1" }).WaitForAsync();
        await page.TabToAsync("Take it among the guests' texts");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new PageLocatorOptions { HasText = "A guest's text" }).WaitForAsync();

        // Its writer's answer under the same code, recorded; none was asked, so the day cannot be set.
        await page.TabToAsync("Its writer was asked about this text");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".badge", new PageLocatorOptions { HasText = "asked" }).First.WaitForAsync();
        await page.GotoAsync(host.Server.Address.TrimEnd('/') + "/message/6");
        await page.TabToAsync("Record it as its writer's word");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("form[action='/guest-publish'] button").WaitForAsync();

        // Deleting asks twice: the box is required, and nothing goes without it.
        await page.GotoAsync(host.Server.Address.TrimEnd('/') + "/message/5");
        await page.TabToAsync("Delete what it says");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await page.Locator("input[name=sure]").CountAsync());
        await page.Locator("input[name=sure]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("Delete what it says");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new PageLocatorOptions { HasText = "New messages" }).WaitForAsync();

        var (state, left) = await host.AfterwardsAsync(store => (store.Guests.List().Single().State, store.Submissions.List().Where(row => row.Done is null).Select(row => row.Kind).ToList()));
        Assert.Equal(GuestState.Agreed, state);
        Assert.Equal([SubmissionKind.Remove], left);
    }
}
