using Blog.Bench.Threads;

namespace Blog.Bench.Reliability;

/// <summary>Chooses where a step is disturbed. The same calls and the same seed give the same choice.</summary>
internal static class FaultPlan
{
    /// <summary>The name of the call by which a process ends; stopping there is stopping after everything.</summary>
    public const string End = "exit_group";

    /// <summary>
    /// Places to stop at: with <paramref name="everyCommit"/> before and after each commit and renaming; others drawn at random until <paramref name="count"/>
    /// are found; and the end.
    /// </summary>
    public static IReadOnlyList<Fault> Stops(StepMaterial material, int count, bool everyCommit, ulong seed)
    {
        var calls = material.Calls;
        var chosen = new SortedSet<int>();
        var last = new Dictionary<int, int>(); // by thread, its last call so far
        var before = new int?[calls.Count];
        for (var i = 0; i < calls.Count; i++)
        {
            before[i] = last.TryGetValue(calls[i].Thread, out var previous) ? previous : null;
            last[calls[i].Thread] = i;
            if (everyCommit && (calls[i].Commits || (before[i] is { } earlier && calls[earlier].Commits)))
            {
                chosen.Add(i);
            }
        }

        var random = new StableRandom(seed);
        for (var draw = 0; chosen.Count < Math.Min(count, calls.Count) && draw < calls.Count * 50; draw++)
        {
            chosen.Add(random.Below(calls.Count));
        }

        var faults = new List<Fault>();
        foreach (var i in chosen)
        {
            if (At(material, i, FaultKind.Kill) is { } fault)
            {
                faults.Add(fault with { JustDone = before[i] is { } earlier && calls[earlier].Commits ? Target(material, calls[earlier]) : null });
            }
        }

        faults.Add(new Fault { Step = material.Step.Name, Kind = FaultKind.Kill, Call = End, Ordinal = 1, Target = "end of the run", JustDone = calls.Count > 0 && calls[^1].Commits ? Target(material, calls[^1]) : null });
        return faults;
    }

    /// <summary>
    /// Calls that can fail, each once as broken and once as full disk: with <paramref name="everyCommit"/> every commit and renaming, and of the others at most
    /// <paramref name="most"/>, drawn at random.
    /// </summary>
    public static IReadOnlyList<Fault> Errors(StepMaterial material, int most, bool everyCommit, ulong seed)
    {
        var commits = new List<Fault>();
        var others = new List<Fault>();
        for (var i = 0; i < material.Calls.Count; i++)
        {
            if (material.Calls[i].Name is "utimensat" or "chmod" or "fchmod" or "fchmodat")
            {
                continue; // changes no byte and no name
            }

            foreach (var kind in (FaultKind[])[FaultKind.Eio, FaultKind.Enospc])
            {
                if (At(material, i, kind) is { } fault)
                {
                    (everyCommit && material.Calls[i].Commits ? commits : others).Add(fault);
                }
            }
        }

        var random = new StableRandom(seed);
        while (others.Count > most)
        {
            others.RemoveAt(random.Below(others.Count));
        }

        return [.. commits, .. others];
    }

    /// <summary>Moments between the start and a little after the usual end.</summary>
    public static IEnumerable<Fault> Instants(StepMaterial material, int count, ulong seed)
    {
        var random = new StableRandom(seed);
        for (var i = 0; i < count; i++)
        {
            yield return new Fault { Step = material.Step.Name, Kind = FaultKind.Instant, Ordinal = i, Permille = random.Between(100, 1050), Target = "an instant" };
        }
    }

    /// <summary>
    /// The call as strace can name it: strace counts by thread, so the call must be the first of its number in any thread, of all calls of its name or of those
    /// on its file. Null where neither holds.
    /// </summary>
    private static Fault? At(StepMaterial material, int index, FaultKind kind)
    {
        var call = material.Calls[index];
        var earlier = material.Calls.Take(index).Where(other => other.Name == call.Name).ToList();
        var fault = new Fault { Step = material.Step.Name, Kind = kind, Call = call.Name, Target = Target(material, call) };
        if (!earlier.Exists(other => other.Ordinal == call.Ordinal))
        {
            return fault with { Ordinal = call.Ordinal };
        }

        return call.Path.EndsWith(".tmp", StringComparison.Ordinal) || earlier.Exists(other => other.Path == call.Path && other.OrdinalOnPath == call.OrdinalOnPath)
            ? null
            : fault with { Ordinal = call.OrdinalOnPath, Path = Path.GetRelativePath(material.Root, call.Path) };
    }

    private static string Target(StepMaterial material, WriteCall call) => $"{call.Name} of {call.Role(material.Root)}";
}
