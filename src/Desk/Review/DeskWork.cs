using System.Globalization;
using Blog.Site;

namespace Blog.Desk.Review;

/// <summary>One run of a verb from the console: what it says, how far it is, how it ended. Safe for many threads at once.</summary>
internal sealed class DeskWork : TextWriter, IProgress<BuildStep>
{
    /// <summary>Lines that are kept; what is beyond is counted.</summary>
    private const int MostLines = 400;

    private readonly List<string> _lines = [];
    private readonly System.Text.StringBuilder _line = new();
    private readonly Lock _gate = new();
    private BuildStep? _step;

    /// <summary>Makes it.</summary>
    /// <param name="title">What is done, in plain words.</param>
    /// <param name="back">Where a person came from; null for the start.</param>
    public DeskWork(string title, string? back = null)
        : base(CultureInfo.InvariantCulture)
    {
        Title = title;
        Back = back;
    }

    /// <summary>Address of the screen from which it was begun; null for the start.</summary>
    public string? Back { get; }

    /// <summary>What is done, in plain words.</summary>
    public string Title { get; }

    /// <summary>How it ended; null while it runs.</summary>
    public int? ExitCode { get; private set; }

    public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

    /// <summary>What it has said, line by line.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines.Take(MostLines), .. _lines.Count > MostLines ? new[] { string.Create(CultureInfo.InvariantCulture, $"... and {_lines.Count - MostLines:N0} lines more.") } : []];
            }
        }
    }

    /// <summary>"Importing: 1,200 of 40,000".</summary>
    public string Progress
    {
        get
        {
            lock (_gate)
            {
                return _step switch
                {
                    null => Title,
                    { Total: 0, Done: 0 } step => step.Stage,
                    { Total: 0 } step => string.Create(CultureInfo.InvariantCulture, $"{step.Stage}: {step.Done:N0}"),
                    var step => string.Create(CultureInfo.InvariantCulture, $"{step.Stage}: {step.Done:N0} of {step.Total:N0}"),
                };
            }
        }
    }

    public override void Write(char value)
    {
        lock (_gate)
        {
            if (value == '\n')
            {
                _lines.Add(_line.ToString().TrimEnd('\r'));
                _line.Clear();
            }
            else
            {
                _line.Append(value);
            }
        }
    }

    public void Report(BuildStep value)
    {
        lock (_gate)
        {
            _step = value;
        }
    }

    /// <summary>Ends it.</summary>
    public void End(int exitCode)
    {
        lock (_gate)
        {
            if (_line.Length > 0)
            {
                _lines.Add(_line.ToString());
                _line.Clear();
            }
        }

        ExitCode = exitCode;
    }
}
