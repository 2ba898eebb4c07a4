namespace Blog.Bench.Reliability;

/// <summary>Runs one disturbance: from a fresh copy, disturbed, looked at, run again, looked at again.</summary>
internal static class Trial
{
    private const int Killed = 137;

    /// <summary>Runs it.</summary>
    public static TrialResult Run(StepMaterial material, Fault fault, string work, IReadOnlyList<string> program)
    {
        var trial = material.Root;
        var log = Path.Combine(work, "trial.log");
        File.Delete(log);
        TrialFolder.Copy(material.Start, trial);
        IReadOnlyList<string> command = [.. program, .. material.Step.Arguments];
        var run = fault.Kind switch
        {
            FaultKind.Kill => ChildRun.Of(trial, Strace.Kill(log, trial, fault, command)),
            FaultKind.Eio => ChildRun.Of(trial, Strace.Fail(log, trial, fault, "EIO", command)),
            FaultKind.Enospc => ChildRun.Of(trial, Strace.Fail(log, trial, fault, "ENOSPC", command)),
            FaultKind.Instant => ChildRun.Of(trial, command, material.Usual * fault.Permille / 1000),
            _ => throw new InvalidOperationException($"No trial for {fault.Kind}."),
        };
        var (hit, target) = WhatWasHit(fault, log, trial, run);
        return hit
            ? Judge(material, fault, run, program, trial, MayCope(fault, log, trial)) with { HitTarget = target }
            : new TrialResult { Fault = fault, Hit = false, ExitCode = run.ExitCode };
    }

    /// <summary>Looks at what a disturbed run left in a trial's folder, runs the step again (after <paramref name="mend"/>, where the disk must be mended first) and looks once more.</summary>
    public static TrialResult Judge(StepMaterial material, Fault fault, ChildRun run, IReadOnlyList<string> program, string trial, bool mayCope, Action? mend = null)
    {
        var work = Path.GetDirectoryName(material.Start)!; // not null: below the campaign's folder
        var acknowledged = run.Output.Contains(material.Step.Acknowledgement, StringComparison.Ordinal) && (run.ExitCode is Killed || run.ExitCode == material.ExitCode);
        var state = BlogState.Read(trial, work);
        var wrong = new List<string>(StateRules.Between(material, state, acknowledged));
        wrong.AddRange(Silence(material, fault, run, mayCope));
        mend?.Invoke();
        var again = ChildRun.Of(trial, [.. program, .. material.Step.Arguments]);
        if (again.ExitCode != material.ExitCode)
        {
            wrong.Add(FormattableString.Invariant($"run again: it ends with {again.ExitCode}: {again.Error.Trim()}"));
        }

        wrong.AddRange(StateRules.Done(material, BlogState.Read(trial, work)));
        return new TrialResult { Fault = fault, Hit = true, ExitCode = run.ExitCode, Left = Left(material, state), Wrong = wrong };
    }

    /// <summary>A failing disk must be named: another exit code, and a message that is no stack trace. A run that reached its end by another way may say nothing.</summary>
    private static IEnumerable<string> Silence(StepMaterial material, Fault fault, ChildRun run, bool mayCope)
    {
        if (fault.Kind is FaultKind.Kill or FaultKind.Instant)
        {
            yield break;
        }

        if (run.ExitCode == material.ExitCode)
        {
            if (!mayCope)
            {
                yield return FormattableString.Invariant($"silent: it ends with {run.ExitCode} as if nothing had happened");
            }

            yield break;
        }

        if (run.ExitCode != 3)
        {
            yield return FormattableString.Invariant($"it ends with {run.ExitCode}, not with 3");
        }

        if (run.Error.Contains("A fault of the program", StringComparison.Ordinal) || run.Error.Contains("   at ", StringComparison.Ordinal))
        {
            yield return "the message is that of a bug: " + run.Error.Trim();
        }
        else if (run.Error.Trim().Length == 0)
        {
            yield return "no message";
        }
    }

    /// <summary>
    /// Calls for which there is another way: a link becomes a copy, an exchange two renames, a deletion is done by the next run. And SQLite passes over an error
    /// of the fsync of its folder: no harm where the program has done the same one before, with success, after SQLite's log was made.
    /// </summary>
    private static bool MayCope(Fault fault, string log, string trial) => fault.Call switch
    {
        "link" or "linkat" or "renameat2" or "unlink" or "unlinkat" or "rmdir" => true,
        "fsync" => WriteCall.Read(log, trial) is var calls && calls.FirstOrDefault(call => call.Injected) is { } failed && failed.Path == Path.Combine(trial, "vault") &&
            calls.TakeWhile(call => !call.Injected).Any(call => call.Name == "fsync" && call.Path == failed.Path),
        _ => false,
    };

    private static string Left(StepMaterial material, BlogState state)
    {
        var old = IsAs(material, material.Before, state);
        return old ? "old" : IsAs(material, material.After, state) ? "new" : "between";
    }

    private static bool IsAs(StepMaterial material, BlogState one, BlogState other) =>
        StateRules.Same(one.Input, other.Input) && StateRules.Same(one.Output, other.Output) && StateRules.Same(material.Rows(one), material.Rows(other));

    private static (bool Hit, string? Target) WhatWasHit(Fault fault, string log, string trial, ChildRun run)
    {
        switch (fault.Kind)
        {
            case FaultKind.Instant:
                return (run.ExitCode == Killed, null);
            case FaultKind.Kill when fault.Call == FaultPlan.End:
                return (run.ExitCode == Killed, fault.Target);
            case FaultKind.Kill:
                var stopped = run.ExitCode == Killed
                    ? WriteCall.Read(log, trial).FirstOrDefault(call => call.Name == fault.Call && (fault.Path is null ? call.Ordinal : call.OrdinalOnPath) == fault.Ordinal)
                    : null;
                return (stopped is not null, stopped is null ? null : $"{stopped.Name} of {stopped.Role(trial)}");
            default:
                var failed = WriteCall.Read(log, trial).FirstOrDefault(call => call.Injected);
                return (failed is not null, failed is null ? null : $"{failed.Name} of {failed.Role(trial)}");
        }
    }
}
