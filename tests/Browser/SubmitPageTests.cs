using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Blog.Guests.Replies;
using Blog.Guests.Submissions;
using Blog.Jose;
using Blog.Source;
using Blog.Tests.Jose;
using Blog.Vault;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Blog.Tests.Browser;

/// <summary>The page for submissions in a browser, under the policy of a strict host, against everything that reads what it writes.</summary>
[Collection(nameof(SampleSiteCollection))]
public sealed class SubmitPageTests(SampleSite sample)
{
    private const string Canary = "Quillwater Fennimore";

    [Fact]
    public async Task What_is_typed_leaves_the_page_encrypted_and_every_key_opens_it()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, trouble, requests) = await site.OpenAsync();
        await page.FillAsync("#submit-title", $"A watch with {Canary}");
        await page.FillAsync("#submit-name", $"{Canary} the Elder");
        await page.FillAsync("#submit-text", $"It was {Canary} who lit the lamp.\nZurück \U0001F56F");
        await SendAsync(page);
        var code = await page.InnerTextAsync("#submit-code");

        Assert.Empty(trouble);
        Assert.Equal(7, code.Split(' ').Length);
        var blob = Assert.Single(site.Blobs());
        foreach (var key in new[] { site.Editor, site.Recovery })
        {
            Assert.True(EncryptedMessage.TryOpen(Encoding.UTF8.GetBytes(blob), [key], out var opened));
            Assert.True(PaddedContent.TryUnpad(opened.Bytes, out var content));
            Assert.True(SubmissionReader.TryRead(content, out var submission));
            Assert.Equal((SubmissionKind.Post, $"A watch with {Canary}", $"{Canary} the Elder", $"It was {Canary} who lit the lamp.\nZurück \U0001F56F"), (submission.Kind, submission.Title, submission.Name, submission.Text));
            Assert.NotNull(submission.Code);
            Assert.DoesNotContain(code.Split(' ')[0] + " " + code.Split(' ')[1], Encoding.UTF8.GetString(content.Span), StringComparison.Ordinal);
        }

        AssertNowhere(site, requests, Canary);
        AssertNowhere(site, requests, code);
        Assert.Single(requests, request => request.Method == "POST");
        Assert.All(requests, request => Assert.StartsWith(site.Server.Address, request.Url, StringComparison.Ordinal));
        Assert.Equal("0 0", await page.EvaluateAsync<string>("localStorage.length + ' ' + sessionStorage.length"));
        Assert.Empty(await site.Context.CookiesAsync());
        Assert.Equal(string.Empty, await page.InputValueAsync("#submit-text"));
        Assert.DoesNotContain(Canary, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [NodeJoseFact]
    public async Task Npms_jose_opens_what_the_page_wrote()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var blob = await SealInPageAsync(site, "In confidence");
        using var node = new NodeJose();
        foreach (var key in new[] { site.Editor, site.Recovery })
        {
            var content = node.Ask(new() { ["ask"] = "open", ["message"] = JsonNode.Parse(blob), ["key"] = JsonNode.Parse(JoseSamples.Json(key)) });
            Assert.Equal("In confidence", JsonNode.Parse(content.TrimEnd('\0'))!["text"]!.GetValue<string>());
        }
    }

    [DebianJoseFact]
    public async Task Debians_jose_opens_what_the_page_wrote()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var blob = await SealInPageAsync(site, "In confidence");
        using var folder = new TemporaryFolder();
        foreach (var key in new[] { site.Editor, site.Recovery })
        {
            var content = Programs.Run(folder.Root, "jose", "jwe", "dec", "-i", folder.Put("message", blob), "-k", folder.Put("key", JoseSamples.Json(key)));
            Assert.Equal("In confidence", JsonNode.Parse(content!.TrimEnd('\0'))!["text"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_page_and_the_program_write_messages_of_the_same_form_and_of_six_lengths()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, _, _) = await site.OpenAsync();
        var lengths = await page.EvaluateAsync<int[]>(Script("""
            const keys = await api.readSubmissionKeys(document.querySelectorAll("[data-kid]"), "2026-11-22");
            const lengths = [];
            for (const size of [1, 100, 5000, 8100, 8300, 30000, 33000, 120000, 140000, 500000, 600000, 2000000, 2200000, 8000000]) {
              const message = await api.sealMessage(api.submissionBytes({ kind: "post", text: "x".repeat(size) }, 8388608), keys);
              lengths.push(message.length);
            }
            return lengths;
            """));
        Assert.Equal(6, lengths.Distinct().Count());
        Assert.Equal(PaddedContent.Sizes.Select(size => EncryptedMessage.Seal(new byte[size], [site.Editor.Public, site.Recovery.Public], SubmissionSite.Random).Length), lengths.Distinct().Order());

        var theirs = JsonNode.Parse(await SealInPageAsync(site, "x"))!;
        var ours = JsonNode.Parse(EncryptedMessage.Seal(new byte[8192], [site.Editor.Public, site.Recovery.Public], SubmissionSite.Random))!;
        Assert.Equal(Shape(ours), Shape(theirs));
    }

    [Theory]
    [InlineData("delete item.dataset.x", "not as it was written")]
    [InlineData("item.dataset.kid = item.dataset.x", "not as it was written")]
    [InlineData("item.dataset.y = item.dataset.x", "not as it was written")]
    [InlineData("item.dataset.until = 'never'", "not as it was written")]
    [InlineData("for (const each of document.querySelectorAll('[data-kid]')) each.dataset.until = '2020-01-01'", "missing or have ended")]
    [InlineData("for (const each of document.querySelectorAll('[data-kid]')) each.remove()", "missing or have ended")]
    public async Task Nothing_is_sent_where_a_key_is_not_as_it_must_be(string change, string words)
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, _, requests) = await site.OpenAsync();
        await page.EvaluateAsync($"{{ const item = document.querySelector('[data-kid]'); {change}; }}");
        await page.FillAsync("#submit-text", Canary);
        await page.ClickAsync("#submit-send");
        await Assertions.Expect(page.Locator("#submit-status")).ToContainTextAsync(words);

        Assert.DoesNotContain(requests, request => request.Method != "GET");
        Assert.Equal(Canary, await page.InputValueAsync("#submit-text")); // nothing of it is lost
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_its_script_nothing_can_be_sent(bool hasJavaScript)
    {
        // With JavaScript off; and with it on, where the script did not come and somebody makes the hidden fields appear.
        await using var site = await SubmissionSite.StartAsync(sample.Browser, options: new BrowserNewContextOptions { JavaScriptEnabled = hasJavaScript });
        await site.Context.RouteAsync("**/submit.*.js", route => route.AbortAsync());
        var (page, _, requests) = await site.OpenAsync();
        await Assertions.Expect(page.Locator("#submit-without")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#submit-text")).ToBeHiddenAsync();
        if (hasJavaScript)
        {
            await page.EvaluateAsync("for (const each of document.querySelectorAll('[hidden]')) each.hidden = false");
            await page.FillAsync("#submit-title", Canary);
            await page.FillAsync("#submit-text", Canary);
            await page.ClickAsync("#submit-send");
            await page.FocusAsync("#submit-title");
            await page.Keyboard.PressAsync("Enter");
            await page.EvaluateAsync("document.querySelector('form').submit()"); // the policy stops even this
        }

        Assert.All(requests, request => Assert.Equal("GET", request.Method));
        AssertNowhere(site, requests, Canary);
        Assert.Empty(site.Server.Posted);
        var named = await page.Locator("main [name]").EvaluateAllAsync<string[]>("all => all.map(each => each.tagName + ' ' + each.getAttribute('name'))").WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(["FORM submission", "INPUT blob"], named);
    }

    [Fact]
    public async Task A_picture_comes_along_without_what_lay_in_its_file()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, trouble, _) = await site.OpenAsync();
        await page.FillAsync("#submit-text", "See the picture.");
        await page.SetInputFilesAsync("#submit-pictures", new FilePayload { Name = "IMG_4711.jpg", MimeType = "image/jpeg", Buffer = await PictureWithPlaceAsync(page) });
        await SendAsync(page);

        Assert.Empty(trouble);
        var submission = Open(site, Assert.Single(site.Blobs()));
        var picture = Assert.Single(submission.Images);
        Assert.Equal("image/jpeg", picture.Type);
        var text = Encoding.Latin1.GetString(picture.Bytes.Span);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.Equal("40x30", await page.EvaluateAsync<string>("async (data) => { const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))])); return picture.width + 'x' + picture.height; }", Convert.ToBase64String(picture.Bytes.Span)));
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_said_and_not_sent()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, _, _) = await site.OpenAsync();
        await page.FillAsync("#submit-text", "x");
        await page.SetInputFilesAsync("#submit-pictures", new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() });
        await page.ClickAsync("#submit-send");
        await Assertions.Expect(page.Locator("#submit-status")).ToContainTextAsync("Picture 1 cannot be taken along");

        await page.SetInputFilesAsync("#submit-pictures", Array.Empty<FilePayload>());
        await page.EvaluateAsync("document.getElementById('submit-text').value = 'x'.repeat(2200000)");
        await page.ClickAsync("#submit-send");
        await Assertions.Expect(page.Locator("#submit-status")).ToContainTextAsync("too large: 2.2 MB, and 2.1 MB can be sent");
        Assert.Empty(site.Server.Posted);
    }

    [Fact]
    public async Task An_answer_finds_its_writer_by_seven_words_and_is_answered_the_same_way()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, trouble, _) = await site.OpenAsync();
        await page.FillAsync("#submit-text", "Before it was amended.");
        await SendAsync(page);
        var code = await page.InnerTextAsync("#submit-code");
        var submission = Open(site, site.Blobs()[0]);
        var before = Replies(site);
        ReplyFolder.Write(site.Blog, [ReplyBlob.Seal(new Reply("A title", "As it would <b>stand</b>.\nTwo lines.", "We took the village out."), submission.Code!.Key.Span, SubmissionSite.Random)], SubmissionSite.Random);
        await site.BuildAsync();
        Assert.All(Replies(site).Zip(before), pair => Assert.NotEqual(pair.First, pair.Second)); // every file is another: which one has the answer does not show

        var (later, laterTrouble, requests) = await site.OpenAsync();
        await later.FillAsync("#submit-your-code", code.ToUpperInvariant().Replace(" ", ", ", StringComparison.Ordinal));
        await later.ClickAsync("#submit-look");
        await Assertions.Expect(later.Locator("#submit-reply-text")).ToHaveTextAsync("As it would <b>stand</b>.\nTwo lines.");
        Assert.Equal(["A title", "We took the village out."], [await later.InnerTextAsync("#submit-reply-title"), await later.InnerTextAsync("#submit-reply-note")]);
        Assert.Equal(16, requests.Count(request => request.Url.Contains("/replies/", StringComparison.Ordinal)));

        await later.SelectOptionAsync("#submit-answer", "yes");
        await later.FillAsync("#submit-answer-text", "Thank you.");
        await later.ClickAsync("#submit-answer-send");
        await Assertions.Expect(later.Locator("#submit-reply-status")).ToHaveTextAsync("Encrypted and sent.");
        var answer = Open(site, site.Blobs()[1]);
        Assert.Equal((SubmissionKind.Answer, WriterAnswer.Yes, "Thank you."), (answer.Kind, answer.Answer!.Value, answer.Text));
        Assert.Equal(submission.Code.Name.ToArray(), answer.Code!.Name.ToArray());
        AssertNowhere(site, requests, code.Split(' ')[0] + " " + code.Split(' ')[1]);

        await later.FillAsync("#submit-your-code", "acorn acorn acorn acorn acorn acorn acorn");
        await later.ClickAsync("#submit-look");
        await Assertions.Expect(later.Locator("#submit-reply-status")).ToContainTextAsync("no answer for this code");
        await Assertions.Expect(later.Locator("#submit-reply-found")).ToBeHiddenAsync();
        await later.FillAsync("#submit-your-code", "acorn zzz");
        await later.ClickAsync("#submit-look");
        await Assertions.Expect(later.Locator("#submit-reply-status")).ToContainTextAsync("\"zzz\" is not a word");
        Assert.Empty(trouble);
        Assert.Empty(laterTrouble);
    }

    [Fact]
    public async Task Changed_answers_and_decoys_open_nowhere()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, _, _) = await site.OpenAsync();
        var key = new byte[32];
        SubmissionSite.Random.GetBytes(key);
        var blob = ReplyBlob.Seal(new Reply("t", "x", "n"), key, SubmissionSite.Random);
        var (opened, mutated) = await page.EvaluateAsync<JsonNodeCounts>(Script("""
            const bytes = api.decodeBytes(given[0]);
            let opened = (await api.openReply(bytes, given[1])) === null ? 0 : 1;
            let mutated = 0;
            for (let number = 0; number < 3000; number++) {
              let changed = bytes.slice();
              switch (number % 5) {
                case 0: changed[(number * 7919) % changed.length] ^= 1 << (number % 8); break;
                case 1: changed.fill(number & 255, (number * 31) % 30000, (number * 31) % 30000 + 64); break;
                case 2: changed = changed.subarray(0, changed.length - 1 - (number % 40)); break;
                case 3: crypto.getRandomValues(changed.subarray(0, 65536)); break;
                default: changed.set(changed.slice(16, 32), 0); changed[number % 12] ^= number | 1;
              }
              mutated += (await api.openReply(changed, given[1])) === null ? 0 : 1;
            }
            return { opened, mutated };
            """), new[] { Base64Url(blob), Base64Url(key) });
        Assert.Equal((1, 0), (opened, mutated));
    }

    [Fact]
    public async Task A_comment_goes_the_same_way_and_says_what_it_answers()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        var (page, trouble, requests) = await site.OpenAsync(site.Server.Address + "/" + SitePages.AddressOf(sample, "comment-form"));
        await page.Locator("#comments .reply").First.ClickAsync();
        var number = await page.InputValueAsync("#submit-reply-to");
        var id = await page.Locator("#comments .num").Filter(new LocatorFilterOptions { HasTextRegex = new Regex($"^{Regex.Escape(number)}$") }).First.GetAttributeAsync("href");
        await page.Keyboard.TypeAsync($"I was there too, {Canary}."); // the button puts the focus into the text
        await SendAsync(page);

        Assert.Empty(trouble);
        var comment = Open(site, Assert.Single(site.Blobs()));
        Assert.Equal((SubmissionKind.Comment, "#c" + comment.ReplyTo!.Value.Value, (string?)null), (comment.Kind, id, comment.Name));
        Assert.NotNull(comment.Post);
        AssertNowhere(site, requests, Canary);

        await page.FillAsync("#submit-text", "x");
        await page.FillAsync("#submit-reply-to", "99.9");
        await page.ClickAsync("#submit-send");
        await Assertions.Expect(page.Locator("#submit-status")).ToContainTextAsync("No comment here has the number 99.9");
    }

    [Fact]
    public async Task As_a_file_nothing_is_posted_at_all()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser, "file");
        var (page, _, requests) = await site.OpenAsync();
        await page.FillAsync("#submit-text", Canary);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#submit-send"));
        var saved = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Equal(("message.jwe", Canary), (download.SuggestedFilename, Open(site, saved).Text));
        Assert.DoesNotContain(requests, request => request.Method != "GET" && request.Url.StartsWith("http", StringComparison.Ordinal));
        Assert.Contains("connect-src 'self';", await page.GetAttributeAsync("meta[http-equiv]", "content"), StringComparison.Ordinal); // for the answers
    }

    [Fact]
    public async Task At_another_host_the_message_goes_there_and_nowhere_else()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser, "https://inbox.example/take");
        var handed = new System.Collections.Concurrent.ConcurrentQueue<IRequest>();
        await site.Context.RouteAsync("https://inbox.example/**", route =>
        {
            handed.Enqueue(route.Request);
            return route.FulfillAsync(new RouteFulfillOptions { Status = 200, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } });
        });
        site.Server.AlsoConnect = "https://inbox.example/take";
        var (page, trouble, _) = await site.OpenAsync();
        await page.FillAsync("#submit-text", Canary);
        await SendAsync(page);

        var request = Assert.Single(handed);
        Assert.Equal(("POST", "https://inbox.example/take", Canary), (request.Method, request.Url, Open(site, request.PostData!).Text));
        Assert.Empty(trouble);
        Assert.Empty(site.Server.Posted);
        var refused = await page.EvaluateAsync<string>("fetch('https://inbox.example/elsewhere', { method: 'POST', body: 'x' }).then(() => 'sent', () => 'refused')");
        Assert.Equal("refused", refused); // by the page's own policy
        Assert.DoesNotContain("<form", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_page_into_the_inbox_and_back()
    {
        using var fixture = new Vault.VaultFixture();
        using var store = fixture.Open();
        using (var passphrase = Passphrase.New("correct horse battery"))
        {
            store.Sealed.Cost = 1000;
            store.Sealed.SetPassphrase(null, passphrase);
            store.Sealed.Unlock(passphrase, keep: false);
        }

        EcPublicKey own;
        using (var transaction = store.BeginTransaction())
        {
            own = store.Keys.Make("Quiet Wick", store.Keys.Today.AddYears(1)).Card.Encryption;
            transaction.Commit();
        }

        await using var site = await SubmissionSite.StartAsync(sample.Browser, editor: own);
        var (page, _, requests) = await site.OpenAsync();
        await page.FillAsync("#submit-text", $"What {Canary} saw.");
        await page.SelectOptionAsync("#submit-kind", "remove");
        await SendAsync(page);
        var code = await page.InnerTextAsync("#submit-code");
        using var folder = new TemporaryFolder();
        var inbox = new Inbox(store);
        Assert.Equal(1, inbox.Pull(new SubmissionExport(Export(folder, site)), null).Kept[SubmissionKind.Remove]);
        Assert.Equal($"What {Canary} saw.", inbox.Open(1).Content!.Text);

        inbox.Answer(1, new Reply(string.Empty, "It is gone.", string.Empty));
        inbox.WriteReplies(site.Blog);
        await site.BuildAsync();
        await page.FillAsync("#submit-your-code", code);
        await page.ClickAsync("#submit-look");
        await Assertions.Expect(page.Locator("#submit-reply-text")).ToHaveTextAsync("It is gone.");
        await page.SelectOptionAsync("#submit-answer", "withdraw");
        await page.ClickAsync("#submit-answer-send");
        await Assertions.Expect(page.Locator("#submit-reply-status")).ToHaveTextAsync("Encrypted and sent.");
        var report = inbox.Pull(new SubmissionExport(Export(folder, site)), null);
        Assert.Equal((2, 1, 1), (report.In, report.Repeated, report.Kept[SubmissionKind.Answer]));
        Assert.Equal((1L, WriterAnswer.Withdraw), (inbox.List()[1].Answers!.Value, inbox.Open(2).Content!.Answer!.Value));

        AssertNowhere(site, requests, Canary);
        Assert.DoesNotContain(Canary, File.ReadAllText(folder.File("export.csv")), StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(fixture.Location().Folder).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)), file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, file);
        });
    }

    [Theory]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task The_form_under_a_post_can_be_used_and_axe_finds_nothing(ColorScheme scheme, int width)
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser, options: new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 }, BypassCSP = true });
        var (page, _, _) = await site.OpenAsync(site.Server.Address + "/" + SitePages.AddressOf(sample, "comment-form"));
        await page.Locator("#comments .reply").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#submit-text")).ToBeFocusedAsync();
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target))}")));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        if (Environment.GetEnvironmentVariable("BLOG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"comment-{scheme}-{width}.png"), FullPage = true });
        }
    }

    [Theory]
    [InlineData("2018/03/the-afternoon-the-desk-went-out.html", "https://trimthewick-as-it-was.example/2018/03/the-afternoon-the-desk-went-out.html#comments")]
    [InlineData("2018/01/notice-to-keepers-4.html", null)]
    public void Comments_are_written_on_the_old_blog_or_not_at_all_where_a_post_says_so(string page, string? link)
    {
        var html = File.ReadAllText(Path.Combine(sample.Output, page));
        Assert.Equal(link is not null, html.Contains("id=\"write\"", StringComparison.Ordinal));
        Assert.DoesNotContain("submit-text", html, StringComparison.Ordinal);
        Assert.Contains(link ?? "</html>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_was_changed_does_not_run()
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser);
        await site.Context.RouteAsync("**/submit.*.js", async route =>
        {
            var response = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = response, Body = await response.TextAsync() + "//" });
        });
        var (page, trouble, _) = await site.OpenAsync();
        await Assertions.Expect(page.Locator("#submit-without")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#submit")).ToBeHiddenAsync();
        Assert.Contains(trouble, words => words.Contains("integrity", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Everything_can_be_reached_by_keyboard_and_axe_finds_nothing(ColorScheme scheme, int width)
    {
        await using var site = await SubmissionSite.StartAsync(sample.Browser, options: new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 }, BypassCSP = true });
        var (page, _, _) = await site.OpenAsync();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (var press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.tagName"));
        }

        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "submit-kind", "submit-title", "submit-text", "submit-name", "submit-pictures", "submit-want-code", "submit-send", "submit-your-code", "submit-look" }, reached);
        await page.FillAsync("#submit-text", "x");
        await page.FocusAsync("#submit-send");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#submit-done")).ToBeFocusedAsync();
        await page.FillAsync("#submit-your-code", await page.InnerTextAsync("#submit-code"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#submit-reply")).ToBeFocusedAsync();

        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Target))}")));
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        if (Environment.GetEnvironmentVariable("BLOG_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"submit-{scheme}-{width}.png"), FullPage = true });
        }
    }

    private static async Task SendAsync(IPage page)
    {
        await page.ClickAsync("#submit-send");
        await Assertions.Expect(page.Locator("#submit-done")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#submit-status")).ToHaveTextAsync("Encrypted and sent.");
    }

    /// <summary>What a host would export: the field, and what it knows of the sender.</summary>
    private static string Export(TemporaryFolder folder, SubmissionSite site) => folder.Put("export.csv", "name,blob,ip,created_at\n" + string.Concat(site.Blobs().Select(blob => $",\"{blob.Replace("\"", "\"\"", StringComparison.Ordinal)}\",203.0.113.9,2026-11-20T08:09:10Z\n")));

    private static Submission Open(SubmissionSite site, string blob)
    {
        Assert.True(EncryptedMessage.TryOpen(Encoding.UTF8.GetBytes(blob), [site.Editor], out var opened));
        Assert.True(PaddedContent.TryUnpad(opened.Bytes, out var content));
        Assert.True(SubmissionReader.TryRead(content, out var submission));
        return submission;
    }

    private static async Task<string> SealInPageAsync(SubmissionSite site, string text)
    {
        var (page, _, _) = await site.OpenAsync();
        return await page.EvaluateAsync<string>(Script("""
            const keys = await api.readSubmissionKeys(document.querySelectorAll("[data-kid]"), "2026-11-22");
            return await api.sealMessage(api.submissionBytes({ kind: "post", text: given[0] }, 8388608), keys);
            """), new[] { text });
    }

    private static string Script(string body) => $$"""async (given) => { const api = await import(document.querySelector("script[integrity]").src); {{body}} }""";

    private static List<byte[]> Replies(SubmissionSite site) => [.. Enumerable.Range(0, 16).Select(number => File.ReadAllBytes(site.Blog.InputFile(ReplyFiles.PathOf(number))))];

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>A canary in none of what left the browser or lies at the host: addresses, headers, bodies, also encoded.</summary>
    private static void AssertNowhere(SubmissionSite site, List<IRequest> requests, string canary)
    {
        string[] forms = [canary, canary.Split(' ')[0] + "%20", canary.Replace(' ', '+'), Convert.ToBase64String(Encoding.UTF8.GetBytes(canary))[..8]];
        var seen = requests.Select(request => $"{request.Url} {request.PostData} {string.Join(' ', request.Headers.Values)}").Concat(site.Server.Log).Concat(site.Server.Posted).ToList();
        Assert.NotEmpty(seen);
        Assert.DoesNotContain(seen, text => Array.Exists(forms, form => text.Contains(form, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Names, nesting and lengths of a message's members, without what is random in them.</summary>
    private static string Shape(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Select(member => member.Key is "kid" or "protected" or "alg" or "kty" or "crv" ? $"{member.Key}={member.Value}" : $"{member.Key}:{Shape(member.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Shape)) + "]",
        _ => node!.ToString().Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>A JPEG drawn in the browser, with an Exif block put in that names the canary as its owner.</summary>
    private static async Task<byte[]> PictureWithPlaceAsync(IPage page)
    {
        var drawn = Convert.FromBase64String(await page.EvaluateAsync<string>("""
            () => { const canvas = document.createElement("canvas"); canvas.width = 40; canvas.height = 30; canvas.getContext("2d").fillRect(5, 5, 20, 10); return canvas.toDataURL("image/jpeg").split(",")[1]; }
            """));
        byte[] exif = [.. "Exif\0\0"u8, .. Encoding.ASCII.GetBytes($"GPS 51.5N 0.1W owner {Canary}")];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. drawn[2..]];
    }

    private sealed class JsonNodeCounts
    {
        public int Opened { get; set; }

        public int Mutated { get; set; }

        public void Deconstruct(out int opened, out int mutated) => (opened, mutated) = (Opened, Mutated);
    }
}
