using Blog.Release;
using Blog.Requests;
using Blog.Vault;

namespace Blog.Desk.Review;

/// <summary>Runs one verb at a time in the background, with the store in its hands.</summary>
internal sealed class DeskWorker : IAsyncDisposable
{
    private readonly ReviewDesk _desk;
    private readonly DeskVerbs _verbs;
    private readonly Blog.Source.BlogFolder _folder;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private CancellationTokenSource? _stop;
    private Task _task = Task.CompletedTask;

    public DeskWorker(ReviewDesk desk, DeskVerbs verbs, Blog.Source.BlogFolder folder)
    {
        _desk = desk;
        _verbs = verbs;
        _folder = folder;
    }

    /// <summary>The blog.</summary>
    public Blog.Source.BlogFolder Folder => _folder;

    /// <summary>The folder of the packet that the console is open over; null for a blog's own store.</summary>
    public string? PacketOf => _verbs.PacketOf;

    /// <summary>The site as it was last built.</summary>
    public DeskSite Site { get; } = new();

    /// <summary>The last run, or the one at work; null before the first.</summary>
    public DeskWork? Last { get; private set; }

    /// <summary>Whether one is at work.</summary>
    public bool IsWorking => Last is { ExitCode: null };

    /// <summary>Begins a run; false where another is at work.</summary>
    /// <param name="title">What is done, in plain words.</param>
    /// <param name="actor">Pen name of who asks; null for that of the store.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="after">What is done with the store afterwards, in the same turn; may be null.</param>
    /// <param name="back">Address of the screen it was begun from; null for the start.</param>
    private bool TryStart(string title, string? actor, DeskVerbs.Verb verb, Action? after = null, string? back = null)
    {
        lock (_gate)
        {
            if (IsWorking || PacketOf is not null)
            {
                return false;
            }

            var work = Last = new DeskWork(title, back);
            _stop?.Dispose();
            var stop = _stop = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            _task = Task.Run(() => RunAsync(work, actor, verb, after, stop.Token), CancellationToken.None);
            return true;
        }
    }

    /// <summary>Begins an import.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="reviewFirst">Whether everything of it is held back from release.</param>
    /// <param name="after">What is done afterwards, e.g. with an uploaded file; may be null.</param>
    /// <param name="actor">Pen name of who asks; null for that of the store.</param>
    public bool TryImport(string path, bool reviewFirst, Action? after, string? actor) => TryStart("Bringing in an archive", actor, _verbs.Import(path, reviewFirst), after);

    /// <summary>Begins to write the public files, build the site and check it; nothing is published.</summary>
    /// <param name="unfinished">What becomes of new threads around which something waits.</param>
    /// <param name="actor">Pen name of who asks; null for that of the store.</param>
    public bool TryPreview(UnfinishedPolicy unfinished, string? actor) => TryStart("Writing and checking the pages", actor, async (store, output, progress, token) =>
    {
        await Site.CloseAsync();
        var released = await _verbs.Release(unfinished)(store, output, progress, token);
        var staged = await _verbs.Stage(store, output, progress, token);
        await Site.StageAsync(staged, _desk.Book.All.Count, _desk.Settings, token);
        await output.WriteLineAsync(staged.Gate.Findings.Count == 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{staged.Report.Pages:N0} pages are ready to be looked at. Safety check: {staged.Gate.Files:N0} files, nothing found. Nothing is published yet.")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The safety check found {staged.Gate.Findings.Count:N0} things that must not be published. Nothing is."));
        return Math.Max(released, staged.Gate.Findings.Count == 0 ? 0 : 1);
    });

    /// <summary>Publishes what was previewed and checked; false also where there is no such site, or it is out of date.</summary>
    public bool TryPublish(string? actor) => Site.Staged is { Gate.Findings.Count: 0 } staged && Site.Decisions == _desk.Book.All.Count && TryStart("Publishing", actor, async (store, output, _, token) =>
    {
        store.Roles.Require(Blog.Vault.EditorTask.Publish);
        var exit = _verbs.Publish(staged, output);
        await Site.PublishedAsync(_folder.Output, _desk.Settings, token);
        return exit;
    });

    /// <summary>The request and the texts whose erasure was rehearsed last; null where none was.</summary>
    public (VaultHandle Request, HashSet<VaultHandle> Units)? Rehearsed { get; private set; }

    /// <summary>Whether the erasure of just these texts was rehearsed last.</summary>
    public bool IsRehearsed(RequestView request) => Rehearsed is { } rehearsed && rehearsed.Request == request.Row.Handle && rehearsed.Units.SetEquals(request.Row.Units);

    /// <summary>Begins to take what a request is about down at once. A preview that waits is closed: it holds the folder that the new site needs.</summary>
    public bool TryTakeDown(RequestView request) => TryStart("Taking it down", _desk.Store.Actor, async (store, output, progress, token) =>
    {
        await Site.CloseAsync();
        var exit = await _verbs.TakeDown(request.Row.Units)(store, output, progress, token);
        if (exit == 0 && request.Steps.FirstOrDefault(step => step.Word == "withhold") is { State: RequestStepState.Open })
        {
            new RequestBook(store, _desk.Time).SetStep(request, "withhold", RequestStepState.Done);
        }

        return exit;
    }, back: "/request/" + request.Row.Handle.Hex);

    /// <summary>Begins to look for copies of what a request is about.</summary>
    public bool TryLook(RequestView request) => TryStart("Looking for copies", _desk.Store.Actor, _verbs.FindCopies(request.Row.Units), back: "/request/" + request.Row.Handle.Hex);

    /// <summary>Begins to erase what a request is about, or to rehearse that.</summary>
    public bool TryErase(RequestView request, bool isMeant) => TryStart(isMeant ? "Erasing for good" : "Rehearsing an erasure", _desk.Store.Actor, async (store, output, progress, token) =>
    {
        if (isMeant)
        {
            await Site.CloseAsync();
        }

        var exit = await _verbs.Erase(request.Row.Units, isMeant)(store, output, progress, token);
        Rehearsed = !isMeant && exit == 0 ? (request.Row.Handle, [.. request.Row.Units]) : null;
        if (isMeant && exit == 0 && request.Steps.FirstOrDefault(step => step.Word == "erase") is { State: RequestStepState.Open })
        {
            new RequestBook(store, _desk.Time).SetStep(request, "erase", RequestStepState.Done);
        }

        return exit;
    }, back: "/request/" + request.Row.Handle.Hex);

    /// <summary>The folder of the published site.</summary>
    public string Output => _folder.Output;

    /// <summary>Stops the run at work; what it leaves is what the verb leaves when it is stopped.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (IsWorking)
            {
                _stop?.Cancel();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _task;
        await Site.DisposeAsync();
        _stop?.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync(DeskWork work, string? actor, DeskVerbs.Verb verb, Action? after, CancellationToken token)
    {
        try
        {
            var exit = await _desk.RunLongAsync(
                async () =>
                {
                    using var acting = _desk.As(actor);
                    try
                    {
                        return await verb(_desk.Store, work, work, token);
                    }
                    finally
                    {
                        after?.Invoke();
                        _desk.Reload();
                    }
                },
                token);
            work.End(exit);
        }
        catch (Exception e) // the run's own screen tells it; the console goes on
        {
            var (message, exit) = _verbs.Explain(e);
            await work.WriteLineAsync(message);
            work.End(exit);
        }
    }
}
