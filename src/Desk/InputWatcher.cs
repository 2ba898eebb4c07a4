using System.Diagnostics;
using System.Threading.Channels;

namespace Blog.Desk;

/// <summary>Says when something in a folder changed, once for a burst of changes (an editor's save is several events).</summary>
public sealed class InputWatcher : IDisposable
{
    /// <summary>Longer than the pause between emptying a file and filling it, shorter than anybody notices.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    private readonly FileSystemWatcher _watcher;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _last;

    /// <summary>Watches a folder with everything below it.</summary>
    public InputWatcher(string folder)
    {
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Changed += (_, _) => Note();
        _watcher.Created += (_, _) => Note();
        _watcher.Deleted += (_, _) => Note();
        _watcher.Renamed += (_, _) => Note();
        _watcher.Error += (_, _) => Note(); // lost events mean that something changed
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change, and until changes have been quiet for a moment.</summary>
    public async Task NextAsync(CancellationToken token)
    {
        await _changes.Reader.ReadAsync(token);
        for (var left = Left(); left > TimeSpan.Zero; left = Left())
        {
            await Task.Delay(left, token);
        }

        _changes.Reader.TryRead(out _); // of the same burst
    }

    /// <inheritdoc/>
    public void Dispose() => _watcher.Dispose();

    private void Note()
    {
        Volatile.Write(ref _last, Stopwatch.GetTimestamp());
        _changes.Writer.TryWrite(true);
    }

    /// <summary>How much of the quiet is still to come. Counted from the last event: one save is several, and each must not start a wait of its own.</summary>
    private TimeSpan Left() => Quiet - Stopwatch.GetElapsedTime(Volatile.Read(ref _last));
}
