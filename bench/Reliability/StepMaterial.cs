namespace Blog.Bench.Reliability;

/// <summary>A step with what an undisturbed run makes of it: the folder it starts from, the states around it, and its calls.</summary>
internal sealed class StepMaterial
{
    private readonly IReadOnlySet<string> _changing;
    private readonly Dictionary<BlogState, SortedDictionary<string, int>> _rows = new(ReferenceEqualityComparer.Instance);

    private StepMaterial(IReadOnlySet<string> changing) => _changing = changing;

    /// <summary>The step.</summary>
    public required Step Step { get; init; }

    /// <summary>The folder a trial starts from; copied, never run in.</summary>
    public required string Start { get; init; }

    /// <summary>The folder as an undisturbed run leaves it; the next step starts from it.</summary>
    public required string End { get; init; }

    /// <summary>State before.</summary>
    public required BlogState Before { get; init; }

    /// <summary>State after an undisturbed run.</summary>
    public required BlogState After { get; init; }

    /// <summary>State after a second undisturbed run: what a run that was cut off after its work was kept may end in.</summary>
    public required BlogState Twice { get; init; }

    /// <summary>Exit code of an undisturbed run.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Usual time of a run.</summary>
    public required TimeSpan Usual { get; init; }

    /// <summary>Every call of an undisturbed run that changes files in the trial's folder, in the order of the log.</summary>
    public required IReadOnlyList<WriteCall> Calls { get; init; }

    /// <summary>The trial's folder in the log.</summary>
    public required string Root { get; init; }

    /// <summary>Columns of the store that are different in every run, sorted.</summary>
    public IReadOnlyList<string> Changing => [.. _changing.Order(StringComparer.Ordinal)];

    /// <summary>Runs a step undisturbed: twice from the same start, once more upon its own end, and once with its calls written down.</summary>
    /// <exception cref="InvalidOperationException">The step fails by itself, or two undisturbed runs differ.</exception>
    public static StepMaterial Of(Step step, string from, string work, IReadOnlyList<string> program, bool trace)
    {
        var home = Path.Combine(work, step.Name.Replace(' ', '-'));
        var (start, end, trial) = (home + ".start", home + ".end", Path.Combine(work, "trial"));
        TrialFolder.Copy(from, start);
        step.Before?.Invoke(start);
        var before = BlogState.Read(start, work);

        var first = Run(step, start, trial, program);
        var after = BlogState.Read(trial, work);
        TrialFolder.Copy(trial, end);
        var again = ChildRun.Of(trial, [.. program, .. step.Arguments]);
        var twice = BlogState.Read(trial, work);
        var second = Run(step, start, trial, program);
        var other = BlogState.Read(trial, work);
        var log = home + ".log";
        IReadOnlyList<WriteCall> calls = [];
        if (trace)
        {
            TrialFolder.Copy(start, trial);
            ChildRun.Of(trial, Strace.Trace(log, [.. program, .. step.Arguments]));
            calls = WriteCall.Read(log, trial);
        }

        if (again.ExitCode != first.ExitCode || second.ExitCode != first.ExitCode)
        {
            throw new InvalidOperationException($"\"{step.Name}\" ends differently when nobody disturbs it: {again.Error} {second.Error}");
        }

        if (!first.Output.Contains(step.Acknowledgement, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"\"{step.Name}\" does not say \"{step.Acknowledgement}\": {first.Output} {first.Error}");
        }

        var changing = after.Vault is null || other.Vault is null ? new HashSet<string>(StringComparer.Ordinal) : VaultRows.Changing(after.Vault, other.Vault);
        var material = new StepMaterial(changing)
        {
            Step = step,
            Start = start,
            End = end,
            Before = before,
            After = after,
            Twice = twice,
            ExitCode = first.ExitCode,
            Usual = second.Elapsed,
            Calls = calls,
            Root = trial,
        };
        if (StateRules.Done(material, other) is { Count: > 0 } differs)
        {
            throw new InvalidOperationException($"Two undisturbed runs of \"{step.Name}\" differ: {string.Join("; ", differs)}");
        }

        return material;
    }

    /// <summary>Rows of the state's store with their counts, without what changes from run to run; empty where there is no store.</summary>
    public SortedDictionary<string, int> Rows(BlogState state)
    {
        if (!_rows.TryGetValue(state, out var rows))
        {
            rows = state.Vault?.Counted(_changing) ?? new SortedDictionary<string, int>(StringComparer.Ordinal);
            if (ReferenceEquals(state, Before) || ReferenceEquals(state, After) || ReferenceEquals(state, Twice))
            {
                _rows.Add(state, rows);
            }
        }

        return rows;
    }

    private static ChildRun Run(Step step, string start, string trial, IReadOnlyList<string> program)
    {
        TrialFolder.Copy(start, trial);
        var run = ChildRun.Of(trial, [.. program, .. step.Arguments]);
        return run.ExitCode is 0 or 1 ? run : throw new InvalidOperationException($"\"{step.Name}\" ends with {run.ExitCode}: {run.Error}");
    }
}
