using Blog.Gate;
using Blog.Model;

namespace Blog.Desk.Review;

/// <summary>The site as the console last built it: staged and looked at, then published.</summary>
internal sealed class DeskSite : IAsyncDisposable
{
    private PreviewServer? _preview;

    /// <summary>The site that was built and is not published yet; null where there is none.</summary>
    public StagedBuild? Staged { get; private set; }

    /// <summary>What the last build made and found; null before the first.</summary>
    public BuildReport? Report { get; private set; }

    /// <summary>How many decisions it follows.</summary>
    public int Decisions { get; private set; }

    /// <summary>Whether what was last built is published.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Where it can be looked at as a reader sees it; null where nothing is.</summary>
    public string? Address => _preview?.Address;

    /// <summary>Takes a staged site, and shows it.</summary>
    public async Task StageAsync(StagedBuild staged, int decisions, SiteSettings settings, CancellationToken token)
    {
        await CloseAsync();
        (Staged, Report, Decisions, IsPublished) = (staged, staged.Report, decisions, false);
        _preview = await PreviewServer.StartAsync(staged.Folder, settings, 0, token);
    }

    /// <summary>Takes note that it was published, and shows what is published.</summary>
    public async Task PublishedAsync(string output, SiteSettings settings, CancellationToken token)
    {
        await CloseAsync();
        IsPublished = true;
        _preview = await PreviewServer.StartAsync(output, settings, 0, token);
    }

    /// <summary>Takes the preview down; a staged site that is not published is gone.</summary>
    public async Task CloseAsync()
    {
        if (_preview is not null)
        {
            await _preview.DisposeAsync();
            _preview = null;
        }

        Staged?.Dispose();
        Staged = null;
    }

    public async ValueTask DisposeAsync() => await CloseAsync();
}
