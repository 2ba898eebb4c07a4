using System.Text.Json;
using System.Text.Json.Nodes;

namespace Blog.Bench.Hostile;

/// <summary>One tab with every listener that issue and literature know: what runs, asks, opens, moves or breaks the policy is counted.</summary>
internal sealed class PageWatch
{
    private readonly DevTools _tools;
    private readonly string _session;
    private readonly string _target;
    private readonly string _address;
    private readonly Lock _lock = new();
    private readonly List<string> _seen = [];
    private readonly SortedDictionary<string, int> _runs = new(StringComparer.Ordinal);
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _wanted = string.Empty;
    private volatile string _at = string.Empty; // where the tab stands, as its last event says
    private bool _movesOn;
    private bool _isFeed; // the browser shows XML by a document and a script of its own

    private PageWatch(DevTools tools, string session, string target, string address) => (_tools, _session, _target, _address) = (tools, session, target, address);

    /// <summary>Everything that must not happen, one line each: what and on which page.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    /// <summary>How often each of the functions that payloads call was called, in any frame.</summary>
    public int Runs
    {
        get
        {
            lock (_lock)
            {
                return _runs.Values.Sum();
            }
        }
    }

    /// <summary>Frames and scripts may be anything, and only calls are counted: for the pages that must run.</summary>
    public bool CountsOnly { get; set; }

    /// <summary>Scripts parsed that are no file of the site.</summary>
    public int StrangeScripts { get; private set; }

    /// <summary>Opens a tab.</summary>
    /// <param name="tools">The browser.</param>
    /// <param name="address">The only host that may be asked, without a slash at the end.</param>
    /// <param name="bypass">Ignores every policy, that of pages too.</param>
    public static async Task<PageWatch> OpenAsync(DevTools tools, string address, bool bypass)
    {
        var target = (await tools.CallAsync(string.Empty, "Target.createTarget", new() { ["url"] = "about:blank" }))["targetId"]!.GetValue<string>();
        var session = (await tools.CallAsync(string.Empty, "Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }))["sessionId"]!.GetValue<string>();
        var watch = new PageWatch(tools, session, target, address);
        tools.Heard += watch.Hear;
        await tools.CallAsync(string.Empty, "Target.setDiscoverTargets", new() { ["discover"] = true });
        foreach (var domain in new[] { "Page", "Runtime", "Network", "Debugger" })
        {
            await tools.CallAsync(session, domain + ".enable");
        }

        await tools.CallAsync(session, "Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await tools.CallAsync(session, "Page.setBypassCSP", new() { ["enabled"] = bypass });
        await tools.CallAsync(session, "Runtime.addBinding", new() { ["name"] = "watchReport" });
        await tools.CallAsync(session, "Page.addScriptToEvaluateOnNewDocument", new() { ["source"] = PageWatchScript.Bind });
        return watch;
    }

    /// <summary>Opens a page, walks its document, sends the event of every handler, clicks, and asks a second sanitiser where there is one.</summary>
    /// <param name="path">Below the host.</param>
    /// <param name="purifier">Text of DOMPurify's script; null for none.</param>
    /// <param name="settle">Milliseconds to wait for what begins late.</param>
    /// <param name="movesOn">The page is a redirect of the site's own: it may go on to another of its pages.</param>
    public async Task VisitAsync(string path, string? purifier = null, int settle = 0, bool movesOn = false)
    {
        _movesOn = movesOn;
        _wanted = _address + "/" + path;
        _isFeed = path.EndsWith(".atom", StringComparison.Ordinal) || path.EndsWith(".xml", StringComparison.Ordinal) || movesOn;
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _tools.CallAsync(_session, "Page.navigate", new() { ["url"] = _wanted });
        if (await Task.WhenAny(_loaded.Task, Task.Delay(60_000)) != _loaded.Task)
        {
            See("not loaded within a minute");
            return;
        }

        if (settle > 0)
        {
            await Task.Delay(settle);
        }

        if (movesOn)
        {
            for (var turn = 0; turn < 100 && _at == "about:blank"; turn++)
            {
                await Task.Delay(50); // what was loaded is the blank page of the visit before
            }

            // Where it goes to is one of the other pages. The tab leaves it, whichever of the two it stands on by now; a call between the two is refused.
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    await _tools.CallAsync(_session, "Page.navigate", new() { ["url"] = "about:blank" });
                    await Task.WhenAny(_loaded.Task, Task.Delay(5_000));
                    for (var turn = 0; turn < 20 && _at != "about:blank"; turn++)
                    {
                        await Task.Delay(50); // the page's own move may have come in between, and its events after the answer
                    }

                    if (_at == "about:blank")
                    {
                        return;
                    }
                }
                catch (InvalidOperationException)
                {
                    await Task.Delay(100);
                }
            }

            See("the tab does not leave the redirect");
            return;
        }

        if (!CountsOnly && !_isFeed)
        {
            await WalkAsync();
        }

        await PurifyAsync(purifier);
        await EvaluateAsync(PageWatchScript.Provoke);
        await EvaluateAsync("[]\n//# sourceURL=watch:turn"); // one more turn, for what the events began
    }

    /// <summary>Types a query into the search page and walks the hits.</summary>
    public async Task SearchAsync(string path, string query)
    {
        await VisitAsync(path + "?q=" + Uri.EscapeDataString(query), settle: 700);
        await WalkAsync();
    }

    /// <summary>Puts every text of a feed into a page, as a feed reader without any care would, and walks that.</summary>
    /// <param name="path">A page of the site, from which it is done.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="purifier">As of <see cref="VisitAsync"/>.</param>
    public async Task ReadFeedAsync(string path, string feed, string? purifier)
    {
        await VisitAsync(path);
        await EvaluateAsync(PageWatchScript.ReadFeed.Replace("{feed}", "/" + feed, StringComparison.Ordinal));
        await WalkAsync();
        await PurifyAsync(purifier);
        await EvaluateAsync(PageWatchScript.Provoke);
    }

    /// <summary>Closes the tab.</summary>
    public async Task CloseAsync()
    {
        _tools.Heard -= Hear;
        await _tools.CallAsync(string.Empty, "Target.closeTarget", new() { ["targetId"] = _target });
    }

    private async Task WalkAsync()
    {
        foreach (var strange in await EvaluateAsync(PageWatchScript.Walk))
        {
            See("in the document: " + strange);
        }
    }

    private async Task PurifyAsync(string? purifier)
    {
        if (purifier is null)
        {
            return;
        }

        await EvaluateAsync(purifier + "\n;[]\n//# sourceURL=watch:purify");
        foreach (var removed in await EvaluateAsync(PageWatchScript.Purify))
        {
            See("DOMPurify removes: " + removed);
        }
    }

    private async Task<IEnumerable<string>> EvaluateAsync(string script)
    {
        JsonNode result;
        try
        {
            result = await _tools.CallAsync(_session, "Runtime.evaluate", new() { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true, ["timeout"] = 60_000 });
        }
        catch (InvalidOperationException error) when (error.Message.Contains("navigated", StringComparison.Ordinal) || error.Message.Contains("context", StringComparison.Ordinal))
        {
            Note("the page moved while it was looked at");
            return [];
        }

        if (result["exceptionDetails"] is { } fault)
        {
            See("the watch's own script failed: " + fault["exception"]?["description"]);
            return [];
        }

        return result["result"]?["value"] is JsonArray values ? values.Select(value => value!.GetValue<string>()) : [];
    }

    private void See(string what)
    {
        lock (_lock)
        {
            _seen.Add($"{_wanted[_address.Length..]}: {(what.Length > 300 ? what[..300] : what)}");
        }
    }

    private void Hear(string session, string method, JsonNode parameters)
    {
        if (session.Length == 0)
        {
            if (method == "Target.targetCreated" && parameters["targetInfo"] is { } info && info["type"]!.GetValue<string>() == "page" && info["openerId"] is not null)
            {
                Count("popup");
                _ = _tools.CallAsync(string.Empty, "Target.closeTarget", new() { ["targetId"] = info["targetId"]!.GetValue<string>() });
            }

            return;
        }

        if (session != _session)
        {
            return;
        }

        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Runtime.bindingCalled":
                var payload = parameters["payload"]!.GetValue<string>();
                if (payload.StartsWith("policy ", StringComparison.Ordinal))
                {
                    NoteUnlessFeed(payload);
                }
                else
                {
                    Count(payload);
                }

                break;
            case "Page.javascriptDialogOpening":
                Count("dialog");
                _ = _tools.CallAsync(_session, "Page.handleJavaScriptDialog", new() { ["accept"] = false });
                break;
            case "Page.frameAttached":
                Note("a frame was made");
                break;
            case "Page.frameNavigated" when parameters["frame"] is { } frame && frame["parentId"] is null:
                var moved = frame["url"]!.GetValue<string>();
                _at = moved;
                if (!(_movesOn && moved.StartsWith(_address + "/", StringComparison.Ordinal)) && moved != _wanted && !moved.StartsWith(_wanted + "#", StringComparison.Ordinal) && moved != "about:blank" && new Uri(moved).AbsoluteUri != new Uri(_wanted).AbsoluteUri)
                {
                    Note("the page went to " + moved);
                }

                break;
            case "Page.navigatedWithinDocument":
                break; // a fragment
            case "Network.requestWillBeSent":
                var url = parameters["request"]!["url"]!.GetValue<string>();
                if (!url.StartsWith(_address + "/", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal))
                {
                    Note("asked for " + url);
                }

                break;
            case "Debugger.scriptParsed":
                var script = parameters["url"]!.GetValue<string>();
                if (!script.StartsWith("watch:", StringComparison.Ordinal) && !(script.StartsWith(_address + "/", StringComparison.Ordinal) && script.Split('?')[0].EndsWith(".js", StringComparison.Ordinal)))
                {
                    StrangeScripts++;
                    NoteUnlessFeed("a script ran that is no file of the site: " + (script.Length == 0 ? "(no address)" : script));
                }

                break;
        }
    }

    private void NoteUnlessFeed(string what)
    {
        if (!_isFeed)
        {
            Note(what);
        }
    }

    private void Note(string what)
    {
        if (!CountsOnly)
        {
            See(what);
        }
    }

    private void Count(string what)
    {
        lock (_lock)
        {
            _runs[what] = _runs.GetValueOrDefault(what) + 1;
        }

        Note("called: " + what);
    }
}
