using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Bench.Reliability;

/// <summary>Writes what a campaign found as Markdown tables.</summary>
internal static partial class ReliabilityReport
{
    private const int MostGroups = 60;

    /// <summary>Writes everything.</summary>
    public static void Write(TextWriter output, IReadOnlyCollection<TrialResult> results, IReadOnlyList<string> steps)
    {
        var hits = results.Where(result => result.Hit).ToList();
        output.WriteLine("| step | killed at a call | found old | new | between | killed at an instant | EIO | ENOSPC | full disk | missed | wrong |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var step in steps)
        {
            Row(output, step, [.. results.Where(result => result.Fault.Step == step)]);
        }

        Row(output, "all", [.. results]);
        output.WriteLine();
        output.WriteLine("| commit or renaming | stopped before it | stopped after it | EIO | ENOSPC |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        var targets = hits.Where(result => IsCommit(result.HitTarget)).Select(result => result.HitTarget!)
            .Concat(hits.Select(result => result.Fault.JustDone).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            Line(output, target,
                hits.Count(hit => hit.Fault.Kind == FaultKind.Kill && hit.HitTarget == target),
                hits.Count(hit => hit.Fault.Kind == FaultKind.Kill && hit.Fault.JustDone == target),
                hits.Count(hit => hit.Fault.Kind == FaultKind.Eio && hit.HitTarget == target),
                hits.Count(hit => hit.Fault.Kind == FaultKind.Enospc && hit.HitTarget == target));
        }

        output.WriteLine();
        // The same fault shows at many places: one line a kind, with the first place as example.
        var wrong = hits.SelectMany(result => result.Wrong.Where(text => !text.StartsWith("  ", StringComparison.Ordinal)).Select(text => (Text: Digits().Replace(text, "#"), Result: result)));
        foreach (var group in wrong.GroupBy(pair => (pair.Result.Fault.Step, pair.Text)).OrderByDescending(group => group.Count()).Take(MostGroups))
        {
            var first = group.First().Result;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"- {group.Count()} x {group.Key.Step}: {group.Key.Text} (first: {first.Fault.Kind} at {first.HitTarget ?? first.Fault.Target}, {first.Fault.Key}, exit {first.ExitCode})"));
            foreach (var detail in first.Wrong.Where(text => text.StartsWith("  ", StringComparison.Ordinal)))
            {
                output.WriteLine("    " + detail);
            }
        }
    }

    private static void Row(TextWriter output, string name, IReadOnlyList<TrialResult> all)
    {
        var hits = all.Where(result => result.Hit).ToList();
        var kills = hits.Where(result => result.Fault.Kind == FaultKind.Kill).ToList();
        Line(output, name, kills.Count, kills.Count(kill => kill.Left == "old"), kills.Count(kill => kill.Left == "new"), kills.Count(kill => kill.Left == "between"),
            Count(hits, FaultKind.Instant), Count(hits, FaultKind.Eio), Count(hits, FaultKind.Enospc), Count(hits, FaultKind.FullDisk),
            all.Count - hits.Count, hits.Count(hit => hit.Wrong.Count > 0));
    }

    private static int Count(List<TrialResult> results, FaultKind kind) => results.Count(result => result.Fault.Kind == kind);

    private static bool IsCommit(string? target) => target?.Split(' ')[0] is "fsync" or "fdatasync" or "syncfs" or "rename" or "renameat" or "renameat2";

    private static void Line(TextWriter output, string name, params int[] numbers) =>
        output.WriteLine($"| {name} | {string.Join(" | ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))} |");

    [GeneratedRegex("[0-9a-f]*[0-9][0-9a-f]*")]
    private static partial Regex Digits();
}
