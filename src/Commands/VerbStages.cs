using Blog.Site;

namespace Blog.Commands;

/// <summary>Where a verb says what it does: on the terminal, or in the console that runs it.</summary>
internal sealed class VerbStages
{
    private readonly Func<Func<IProgress<BuildStep>, Task<object?>>, Task<object?>> _run;

    /// <summary>Makes it.</summary>
    /// <param name="run">Runs a stage and shows its progress.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Everything else.</param>
    public VerbStages(Func<Func<IProgress<BuildStep>, Task<object?>>, Task<object?>> run, TextWriter output, TextWriter error)
    {
        _run = run;
        Output = output;
        Error = error;
    }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Everything else.</summary>
    public TextWriter Error { get; }

    /// <summary>Runs a stage with progress.</summary>
    public async Task<T> RunAsync<T>(Func<IProgress<BuildStep>, Task<T>> stage) => (T)(await _run(async progress => await stage(progress)))!; // the stage's own result
}
