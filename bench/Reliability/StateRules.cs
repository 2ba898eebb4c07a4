namespace Blog.Bench.Reliability;

/// <summary>What must hold of a state: between old and new when a run was cut off, and new when it was run again.</summary>
internal static class StateRules
{
    private const int Shown = 3;

    /// <summary>What is wrong with the state a disturbed run left; empty when nothing is.</summary>
    /// <param name="material">The step with its undisturbed states.</param>
    /// <param name="now">The state.</param>
    /// <param name="acknowledged">Whether the program had said that its work is kept.</param>
    public static IReadOnlyList<string> Between(StepMaterial material, BlogState now, bool acknowledged)
    {
        var wrong = new List<string>();
        var (before, after) = (material.Before, material.After);
        if (now.VaultFault is { } fault)
        {
            wrong.Add("the store is not whole: " + fault);
        }
        else
        {
            var (old, late, rows) = (material.Rows(before), material.Rows(after), material.Rows(now));
            wrong.AddRange(OldOrNew(old, late, rows, "the store"));
            if (before.Vault is { } earlier && now.Vault?.JournalRowsLost(earlier) is > 0 and var lost)
            {
                wrong.Add(FormattableString.Invariant($"the store lost {lost} rows of what was done before"));
            }

            var isNew = Same(late, rows);
            var sources = WithoutFindings(rows);
            if (material.Step.StoreAtOnce && !Same(WithoutFindings(old), sources) && !Same(WithoutFindings(late), sources))
            {
                wrong.Add("the store is neither old nor new");
            }

            if (acknowledged && !isNew)
            {
                wrong.Add("the program said that its work is kept, and the store lacks some of it");
            }
        }

        foreach (var path in before.Input.Keys.Union(after.Input.Keys).Union(now.Input.Keys).Order(StringComparer.Ordinal))
        {
            var hash = now.Input.GetValueOrDefault(path);
            if (hash != before.Input.GetValueOrDefault(path) && hash != after.Input.GetValueOrDefault(path))
            {
                wrong.Add($"{path} is neither old nor new");
            }
        }

        var oldOutput = Same(before.Output, now.Output);
        var newOutput = Same(after.Output, now.Output);
        if (!oldOutput && !newOutput)
        {
            wrong.Add("output/ is neither the old site nor the new one");
        }

        if (acknowledged && (!newOutput || !Same(after.Input, now.Input)))
        {
            wrong.Add("the program said that its work is done, and files lack some of it");
        }

        if (material.Step.ByHand is { } byHand && !now.Keeps(byHand))
        {
            wrong.Add("a file that a person had put into output/ is lost");
        }

        return wrong;
    }

    /// <summary>What is wrong with the state after the step was run again to its end; empty when nothing is.</summary>
    public static IReadOnlyList<string> Done(StepMaterial material, BlogState now)
    {
        var wrong = new List<string>();
        if (now.VaultFault is { } fault)
        {
            wrong.Add("run again: the store is not whole: " + fault);
        }
        else if (!Same(material.Rows(material.After), material.Rows(now)) && !Same(material.Rows(material.Twice), material.Rows(now)))
        {
            wrong.Add("run again: the store holds something else than after an undisturbed run");
            wrong.AddRange(Differences(material.Rows(material.After), material.Rows(now)));
        }

        if (!Same(material.After.Input, now.Input))
        {
            wrong.Add("run again: input/ differs from that of an undisturbed run");
            wrong.AddRange(Differences(material.After.Input, now.Input));
        }

        if (!Same(material.After.Output, now.Output))
        {
            wrong.Add("run again: output/ differs from that of an undisturbed run");
        }

        if (now.Leftovers.Count > 0)
        {
            wrong.Add($"run again: left behind: {string.Join(", ", now.Leftovers.Take(Shown))}");
        }

        if (material.Step.ByHand is { } byHand && !now.HasSetAside(byHand))
        {
            wrong.Add("run again: a file that a person had put into output/ is lost");
        }

        return wrong;
    }

    /// <summary>Whether two states are the same to their reader.</summary>
    public static bool Same<T>(SortedDictionary<string, T>? one, SortedDictionary<string, T>? other) =>
        one is null || other is null ? one is null && other is null : one.Count == other.Count && one.SequenceEqual(other);

    /// <summary>Rows without what recognizers found: it follows from the texts, is kept in steps of its own, and a reader looks again for what is not there.</summary>
    public static SortedDictionary<string, int> WithoutFindings(SortedDictionary<string, int> rows) =>
        new(rows.Where(row => !row.Key.StartsWith("finding", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    private static IEnumerable<string> OldOrNew(SortedDictionary<string, int> old, SortedDictionary<string, int> late, SortedDictionary<string, int> now, string what)
    {
        var lost = 0;
        var strange = 0;
        foreach (var row in old.Keys.Union(late.Keys).Union(now.Keys))
        {
            var (o, n, there) = (old.GetValueOrDefault(row), late.GetValueOrDefault(row), now.GetValueOrDefault(row));
            lost += there < Math.Min(o, n) ? 1 : 0;
            strange += there > Math.Max(o, n) ? 1 : 0;
        }

        if (lost > 0)
        {
            yield return FormattableString.Invariant($"{what} lost {lost} rows that both the old and the new one hold");
        }

        if (strange > 0)
        {
            yield return FormattableString.Invariant($"{what} has {strange} rows that neither the old nor the new one holds");
        }
    }

    private static IEnumerable<string> Differences<T>(SortedDictionary<string, T> wanted, SortedDictionary<string, T> now) =>
        wanted.Except(now).Select(pair => "  missing " + pair.Key).Take(Shown).Concat(now.Except(wanted).Select(pair => "  not expected " + pair.Key).Take(Shown));
}
