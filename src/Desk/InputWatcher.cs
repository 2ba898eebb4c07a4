using System.Threading.Channels;

namespace Blog.Desk;

/// <summary>Says when something in a folder changed, once for a burst of changes (an editor's save is several events).</summary>
public sealed class InputWatcher : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private readonly FileSystemWatcher _watcher;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Watches a folder with everything below it.</summary>
    public InputWatcher(string folder)
    {
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Created += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Deleted += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
        _watcher.Error += (_, _) => _changes.Writer.TryWrite(true); // lost events mean that something changed
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change, and until changes have been quiet for a moment.</summary>
    public async Task NextAsync(CancellationToken token)
    {
        await _changes.Reader.ReadAsync(token);
        do
        {
            await Task.Delay(Quiet, token);
        }
        while (_changes.Reader.TryRead(out _));
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher.Dispose();
}
