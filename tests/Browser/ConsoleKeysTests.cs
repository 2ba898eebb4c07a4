using System.Text.RegularExpressions;
using Blog.Tests.Desk;
using Blog.Vault;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>Every key of the console, in a browser, and what the private store holds after it.</summary>
public sealed class ConsoleKeysTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>, IAsyncLifetime
{
    private ConsoleHost _host = null!; // set before any test runs
    private IPage _page = null!; // as above
    private readonly List<string> _errors = []; // of the page's scripts; a handler that throws would end the connection all tests share

    public async Task InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        await SettleAsync(_host);
        _page = await browser.OpenAsync(_host);
        _page.PageError += (_, error) => _errors.Add(error);
        await ThreadAsync("?texts=all");
    }

    public async Task DisposeAsync()
    {
        await _page.Context.DisposeAsync();
        await _host.DisposeAsync();
        Assert.Empty(_errors);
    }

    [Fact]
    public async Task J_and_k_move_through_the_findings_and_stop_at_the_ends()
    {
        var first = await CurrentAsync();
        await PressAsync("j");
        var second = await CurrentAsync();
        Assert.NotEqual(first, second);
        await PressAsync("k");
        Assert.Equal(first, await CurrentAsync());
        await PressAsync("k");
        Assert.Equal(first, await CurrentAsync());
        Assert.Contains("first finding", await SaidAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Y_redacts_the_place_shows_it_to_readers_and_goes_on()
    {
        var words = await WordsAsync();
        await PressAsync("y");
        await SaysAsync("Redacted here.");

        var decision = Assert.Single(await _host.DecisionsAsync());
        Assert.Equal((DecisionAction.Redact, DecisionScope.Place, words), (decision.Action, decision.Scope, decision.Term));
        Assert.Contains("person", await _page.Locator("section.unit").First.Locator(".readers .redacted").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.NotEqual(words, await WordsAsync());
        Assert.Equal(1, await _page.Locator("section.unit").First.Locator("mark.out").CountAsync());
    }

    [Fact]
    public async Task N_keeps_the_place()
    {
        await PressAsync("n");
        await SaysAsync("Kept here.");

        Assert.Equal(DecisionAction.Keep, Assert.Single(await _host.DecisionsAsync()).Action);
        Assert.Equal(1, await _page.Locator("section.unit").First.Locator("mark.kept").CountAsync());
    }

    [Fact]
    public async Task A_small_a_takes_all_alike_out_of_the_text()
    {
        await PressAsync("a");
        await SaysAsync("Redacted all alike in this text: ");

        Assert.Equal(DecisionScope.Text, Assert.Single(await _host.DecisionsAsync()).Scope);
    }

    [Fact]
    public async Task T_takes_all_alike_out_of_the_thread()
    {
        Assert.Equal(ConsoleHost.Name, await WordsAsync());
        await PressAsync("t");
        await SaysAsync("Redacted all alike in this thread: ");

        Assert.Equal(DecisionScope.Thread, Assert.Single(await _host.DecisionsAsync()).Scope);
        Assert.DoesNotContain(ConsoleHost.Name, string.Concat(await _page.Locator(".readers").AllTextContentsAsync()), StringComparison.Ordinal);
        Assert.Contains(ConsoleHost.Name, string.Concat(await _page.Locator(".original").AllTextContentsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capital_A_counts_and_shows_first_and_takes_out_everywhere_when_it_is_confirmed()
    {
        await PressAsync("A");
        var dialog = _page.Locator("dialog");
        await dialog.WaitForAsync();
        Assert.Contains("places in 5 texts of 1 thread", await dialog.TextContentAsync(), StringComparison.Ordinal); // two bear the first name alone
        Assert.Empty(await _host.DecisionsAsync());
        await PressAsync("Enter");
        await SaysAsync("Redacted everywhere: ");

        Assert.Equal(DecisionScope.Everywhere, Assert.Single(await _host.DecisionsAsync()).Scope);
        Assert.DoesNotContain("Margaret", string.Concat(await _page.Locator(".readers").AllTextContentsAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await dialog.CountAsync());
    }

    [Fact]
    public async Task A_capital_N_keeps_everywhere_after_the_count_and_Esc_does_nothing()
    {
        await PressAsync("N");
        await _page.Locator("dialog").WaitForAsync();
        await PressAsync("Escape");
        Assert.Empty(await _host.DecisionsAsync());
        await PressAsync("N");
        await _page.Locator("dialog").WaitForAsync();
        await PressAsync("Enter");
        await SaysAsync("Kept everywhere: ");

        Assert.Equal((DecisionAction.Keep, DecisionScope.Everywhere), ((await _host.DecisionsAsync())[0].Action, (await _host.DecisionsAsync())[0].Scope));
    }

    [Fact]
    public async Task E_puts_other_words_in_the_place()
    {
        await PressAsync("e");
        await _page.Keyboard.TypeAsync("somebody");
        await PressAsync("Enter");
        await SaysAsync("Redacted here.");

        Assert.Equal("somebody", Assert.Single(await _host.DecisionsAsync()).Replacement);
        Assert.Contains("Our manager somebody rang", await _page.Locator(".readers").First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacements_that_would_tell_are_refused_with_a_plain_sentence()
    {
        await PressAsync("e");
        await _page.Keyboard.TypeAsync("Mrs Dunwoody");
        await PressAsync("Enter");
        await SaysAsync("What stands instead holds a form of the very term.");

        Assert.Empty(await _host.DecisionsAsync());
    }

    [Theory]
    [InlineData("1", "person")]
    [InlineData("2", "place")]
    [InlineData("3", "office")]
    [InlineData("4", "organisation")]
    [InlineData("5", "role")]
    [InlineData("6", "age")]
    [InlineData("7", "tenure")]
    [InlineData("8", "event-date")]
    [InlineData("9", "event")]
    [InlineData("0", null)]
    public async Task A_digit_redacts_as_a_kind(string key, string? kind)
    {
        await PressAsync(key);
        await SaysAsync("Redacted here.");

        Assert.Equal(kind, Assert.Single(await _host.DecisionsAsync()).Kind);
    }

    [Fact]
    public async Task G_offers_more_general_words_and_a_digit_takes_one()
    {
        await ThreadAsync("?texts=all&show=facts");
        for (var i = 0; i < 20 && await KindAsync() != "age"; i++)
        {
            await PressAsync("j");
        }

        await PressAsync("g");
        var first = await _page.Locator("dialog [data-rung]").First.TextContentAsync();
        await PressAsync("1");
        await SaysAsync("Redacted here.");

        Assert.Equal(first, Assert.Single(await _host.DecisionsAsync()).Replacement);
    }

    [Fact]
    public async Task U_undoes_one_after_the_other_without_end()
    {
        foreach (var key in new[] { "y", "n", "y" })
        {
            var count = (await _host.DecisionsAsync()).Count;
            await PressAsync(key);
            await DecidedAsync(count + 1);
        }

        for (var undone = 1; undone <= 3; undone++)
        {
            await PressAsync("u");
            await DecidedAsync(3 + undone);
        }

        await PressAsync("u");
        await SaysAsync("There is no such decision.");
        Assert.Equal(0, await _page.Locator("mark.out, mark.kept").CountAsync());
        Assert.Empty(Blog.Moderate.DecisionBook.Of(await _host.DecisionsAsync()).InForce);
    }

    [Fact]
    public async Task O_says_that_a_text_was_read()
    {
        await PressAsync("o");
        await SaysAsync("Read: this text goes out");

        Assert.Equal(DecisionAction.Accept, Assert.Single(await _host.DecisionsAsync()).Action);
        Assert.Contains("goes out", await _page.Locator("section.unit .badge").First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V_chooses_words_by_keyboard_and_y_takes_them_out()
    {
        await PressAsync("v");
        Assert.StartsWith("Choosing words", await SaidAsync(), StringComparison.Ordinal);
        await PressAsync("Home");
        await PressAsync("ArrowRight");
        await PressAsync("Shift+ArrowRight"); // "manager Margaret"
        await PressAsync("5");
        await SaysAsync("Redacted here.");

        var decision = Assert.Single(await _host.DecisionsAsync());
        Assert.Equal(("manager Margaret", "role"), (decision.Term, decision.Kind));
        Assert.DoesNotContain("manager", await _page.Locator(".readers .post").First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_selected_with_the_mouse_are_taken_out()
    {
        var box = await _page.EvaluateAsync<double[]>("""
            () => {
              const words = document.querySelector(".original .words[data-field=body]");
              const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const at = walk.currentNode.data.indexOf("kiln");
                if (at >= 0) {
                  const range = document.createRange();
                  range.setStart(walk.currentNode, at);
                  range.setEnd(walk.currentNode, at + 4);
                  const box = range.getBoundingClientRect();
                  return [box.left + 1, box.right - 1, (box.top + box.bottom) / 2];
                }
              }
            }
            """);
        await _page.Mouse.MoveAsync((float)box[0], (float)box[2]);
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync((float)box[1], (float)box[2], new MouseMoveOptions { Steps = 4 });
        await _page.Mouse.UpAsync();
        await PressAsync("y");
        await SaysAsync("Redacted here.");

        Assert.Equal("kiln", Assert.Single(await _host.DecisionsAsync()).Term);
    }

    [Fact]
    public async Task Brackets_move_from_text_to_text()
    {
        var first = await UnitAsync();
        await PressAsync("]");
        var second = await UnitAsync();
        Assert.NotEqual(first, second);
        await PressAsync("[");
        Assert.Equal(first, await UnitAsync());
    }

    [Fact]
    public async Task W_goes_to_the_next_thread_that_waits()
    {
        await _page.GotoAsync(_host.Server.Address + "held");
        await PressAsync("w");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/thread/[^/]+$"));

        Assert.True(await _page.Locator("section.unit").CountAsync() > 0);
    }

    [Fact]
    public async Task A_slash_goes_to_the_search_and_finds_what_is_not_public()
    {
        await PressAsync("/");
        await _page.Keyboard.TypeAsync("keeper*");
        await PressAsync("Enter");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/search$"));

        Assert.Contains("2 texts", await _page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("keeper", _page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F_shows_how_the_text_stands_and_its_decisions_can_be_undone_there()
    {
        await PressAsync("y");
        await SaysAsync("Redacted here.");
        await PressAsync("k");
        await Assertions.Expect(_page.Locator("li.finding.out[aria-current]")).ToBeFocusedAsync();
        await PressAsync("f");
        await Assertions.Expect(_page).ToHaveURLAsync(new Regex("/history/[^/]+$"));
        Assert.Contains(ConsoleHost.Name.Split(' ')[0], string.Concat(await _page.Locator("del").AllTextContentsAsync()), StringComparison.Ordinal);
        Assert.Contains("redacted", string.Concat(await _page.Locator("ins").AllTextContentsAsync()), StringComparison.Ordinal);
        await _page.Locator("table button", new PageLocatorOptions { HasTextString = "Undo" }).ClickAsync();
        await DecidedAsync(2);
        Assert.Contains("/history/", _page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_they_can_be_switched_off()
    {
        await PressAsync("?");
        await _page.Locator("dialog").WaitForAsync();
        Assert.Contains("undo the last decision", await _page.Locator("dialog").TextContentAsync(), StringComparison.Ordinal);
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Switch keys off" }).ClickAsync();
        await ThreadAsync("?texts=all");
        await PressAsync("y");
        await PressAsync("A");
        await _page.WaitForTimeoutAsync(200);

        Assert.Empty(await _host.DecisionsAsync());
        await _page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Redact", Exact = true }).First.ClickAsync(); // the buttons still work
        await DecidedAsync(1);
    }

    [Fact]
    public async Task Keys_do_nothing_while_something_is_typed()
    {
        await _page.Locator("#find").FocusAsync();
        await _page.Keyboard.TypeAsync("ynatu1");
        Assert.Empty(await _host.DecisionsAsync());
        Assert.Equal("ynatu1", await _page.Locator("#find").InputValueAsync());
    }

    [Fact]
    public async Task What_it_costs_is_said_beside_the_finding()
    {
        await Assertions.Expect(_page.Locator("li.finding[aria-current] [data-cost]")).ToContainTextAsync("2 other texts, all in this thread");
    }

    [Fact]
    public async Task In_the_list_of_names_keys_move_and_decide_everywhere()
    {
        await _page.GotoAsync(_host.Server.Address + "terms");
        await PressAsync("j");
        await PressAsync("j");
        await PressAsync("k");
        await PressAsync("A");
        await _page.Locator("dialog").WaitForAsync();
        await PressAsync("Enter");
        await DecidedAsync(1);
        Assert.Equal(DecisionScope.Everywhere, (await _host.DecisionsAsync())[0].Scope);
    }

    [Fact]
    public async Task Without_script_the_same_is_done_by_forms()
    {
        var page = await browser.OpenAsync(_host, script: false);
        await page.GotoAsync(_host.Server.Address + $"thread/{_host.Post}?texts=all");
        await page.Locator("li.finding").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Redact", Exact = true }).ClickAsync();
        Assert.Contains("Redacted here.", await page.Locator("#said").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator("mark.out").CountAsync());
        await page.Locator("section.unit").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Withhold" }).ClickAsync();
        Assert.Contains("withheld", await page.Locator("section.unit .badge").First.TextContentAsync(), StringComparison.Ordinal);
        await page.Locator("section.unit").First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Restore" }).ClickAsync();
        Assert.DoesNotContain("withheld", await page.Locator("section.unit .badge").First.TextContentAsync(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    /// <summary>Waits until the lists know the whole store.</summary>
    internal static async Task SettleAsync(ConsoleHost host)
    {
        for (var i = 0; i < 1200; i++)
        {
            if (!(await host.GetAsync("/threads?list=all")).Contains("being looked at", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The lists are not complete after a minute.");
    }

    private async Task ThreadAsync(string query)
    {
        await _page.GotoAsync(_host.Server.Address + $"thread/{_host.Post}{query}");
        await _page.WaitForSelectorAsync("li.finding[aria-current]");
    }

    private Task PressAsync(string key) => _page.Keyboard.PressAsync(key);

    private Task<string?> CurrentAsync() => _page.Locator("li.finding[aria-current]").GetAttributeAsync("id");

    private async Task<string?> WordsAsync() => await _page.Locator("li.finding[aria-current] .what .words").TextContentAsync();

    private async Task<string?> KindAsync() => await _page.Locator("li.finding[aria-current] .kind").TextContentAsync();

    private Task<string?> UnitAsync() => _page.EvaluateAsync<string?>("document.activeElement.closest('section.unit')?.id");

    private async Task<string> SaidAsync() => await _page.Locator("#said").TextContentAsync() ?? string.Empty;

    private Task SaysAsync(string words) => Assertions.Expect(_page.Locator("#said")).ToContainTextAsync(words);

    private async Task DecidedAsync(int count)
    {
        for (var i = 0; i < 100 && (await _host.DecisionsAsync()).Count < count; i++)
        {
            await Task.Delay(30);
        }

        await _page.WaitForTimeoutAsync(60);
        Assert.Equal(count, (await _host.DecisionsAsync()).Count);
    }
}
