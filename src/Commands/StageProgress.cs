using System.Diagnostics;
using System.Globalization;
using Blog.Site;
using Spectre.Console;

namespace Blog.Commands;

/// <summary>Shows how far a verb is, on stderr: a bar a stage on a terminal, plain lines in a log.</summary>
internal sealed class StageProgress : IProgress<BuildStep>
{
    private readonly ProgressContext? _context;
    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _lastLine;

    private StageProgress(ProgressContext? context) => _context = context;

    /// <summary>Runs a verb with progress.</summary>
    public static async Task<T> RunAsync<T>(Func<IProgress<BuildStep>, Task<T>> verb)
    {
        if (Console.IsErrorRedirected)
        {
            return await verb(new StageProgress(null));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => verb(new StageProgress(context)));
    }

    public void Report(BuildStep value)
    {
        lock (_gate)
        {
            if (_context is null)
            {
                WriteLine(value);
            }
            else
            {
                MoveBar(value);
            }
        }
    }

    private void MoveBar(BuildStep step)
    {
        if (!_bars.TryGetValue(step.Stage, out var bar))
        {
            bar = _context!.AddTask(Markup.Escape(step.Stage)); // not null: only called with a context
            _bars.Add(step.Stage, bar);
        }

        bar.IsIndeterminate = step.Total == 0;
        bar.MaxValue = Math.Max(1, step.Total);
        bar.Value = step.Total == 0 ? 0 : step.Done;
    }

    private void WriteLine(BuildStep step)
    {
        // The first, the last, and one every five seconds: enough to see that it lives, few enough for a log.
        var first = _started.Add(step.Stage);
        var last = step.Total > 0 && step.Done >= step.Total;
        if (!last && !first && Stopwatch.GetElapsedTime(_lastLine).TotalSeconds < 5)
        {
            return;
        }

        if (first && !last && step.Done > 0)
        {
            return;
        }

        _lastLine = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(step.Total == 0 && step.Done == 0 ? step.Stage
            : step.Total == 0 ? string.Create(CultureInfo.InvariantCulture, $"{step.Stage}: {step.Done:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"{step.Stage}: {step.Done:N0} of {step.Total:N0}"));
    }
}
