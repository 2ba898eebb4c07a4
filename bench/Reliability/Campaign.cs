using System.Diagnostics;
using System.Globalization;

namespace Blog.Bench.Reliability;

/// <summary>Goes through the steps in order, disturbs each as planned, and keeps the results.</summary>
internal sealed class Campaign
{
    private readonly CampaignOptions _options;
    private readonly string _work;
    private readonly CampaignLog _log;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly FullDisk? _disk;

    private Campaign(CampaignOptions options, string work, CampaignLog log, FullDisk? disk)
    {
        _options = options;
        _work = work;
        _log = log;
        _disk = disk;
    }

    /// <summary>Runs a campaign, or goes on with one.</summary>
    /// <returns>Whether all that was planned was done within the time.</returns>
    public static bool Run(CampaignOptions options, CampaignLog log, TextWriter progress)
    {
        var work = Directory.CreateTempSubdirectory("subrosa-reliability-").FullName;
        File.WriteAllText(Path.Combine(work, Steps.FirstExport), InventedArchive.First());
        File.WriteAllText(Path.Combine(work, Steps.SecondExport), InventedArchive.Again());
        var reason = "not asked for";
        var disk = options.Rooms > 0 ? FullDisk.TryMount(work, out reason) : null;
        if (disk is null)
        {
            progress.WriteLine($"No full disk is tried: {reason}.");
        }

        try
        {
            return new Campaign(options, work, log, disk).Run(progress);
        }
        finally
        {
            disk?.Dispose();
            TrialFolder.Clear(work);
        }
    }

    private bool Run(TextWriter progress)
    {
        var from = Path.Combine(_work, "made");
        Directory.CreateDirectory(from);
        var init = ChildRun.Of(from, [.. _options.Program, .. Steps.Init]);
        if (init.ExitCode != 0)
        {
            throw new InvalidOperationException("No blog folder could be made: " + init.Error);
        }

        var steps = Steps.All;
        for (var i = 0; i < steps.Count; i++)
        {
            var asked = _options.Steps.Count == 0 || _options.Steps.Contains(steps[i].Name);
            if (!asked && !steps.Skip(i).Any(later => _options.Steps.Contains(later.Name)))
            {
                break;
            }

            var material = StepMaterial.Of(steps[i], from, _work, _options.Program, asked);
            from = material.End;
            if (asked && !Disturb(material, (ulong)i, progress))
            {
                return false;
            }
        }

        return true;
    }

    private bool Disturb(StepMaterial material, ulong number, TextWriter progress)
    {
        var share = Math.Max(1, _options.Steps.Count == 0 ? Steps.All.Count : _options.Steps.Count);
        var seed = (_options.Seed * 1000) + number;
        List<Fault> faults =
        [
            .. _options.Stops == 0 ? [] : FaultPlan.Stops(material, _options.Stops / share, _options.EveryCommit, seed),
            .. FaultPlan.Instants(material, _options.Instants / share, seed),
            .. _options.Errors == 0 ? [] : FaultPlan.Errors(material, _options.Errors / share, _options.EveryCommit, seed),
            .. Rooms(material),
        ];
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{material.Step.Name}: {material.Calls.Count} calls, {material.Usual.TotalSeconds:N2} s, {faults.Count} disturbances. Different in every run: {string.Join(", ", material.Changing)}"));
        var wrong = 0;
        for (var i = 0; i < faults.Count; i++)
        {
            if (_options.Limit is { } limit && _watch.Elapsed > limit)
            {
                return false;
            }

            if (!_log.Has(faults[i]))
            {
                var result = faults[i].Kind == FaultKind.FullDisk
                    ? _disk!.Run(material, faults[i], _options.Program) // not null: rooms are planned only with a disk
                    : Trial.Run(material, faults[i], _work, _options.Program);
                _log.Add(result);
                wrong += result.Wrong.Count > 0 ? 1 : 0;
            }

            if ((i + 1) % 50 == 0 || i + 1 == faults.Count)
            {
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{material.Step.Name}: {i + 1} of {faults.Count}, {wrong} wrong, {_watch.Elapsed.TotalMinutes:N1} min"));
            }
        }

        return true;
    }

    private IEnumerable<Fault> Rooms(StepMaterial material)
    {
        var count = _options.Rooms / Math.Max(1, _options.Steps.Count == 0 ? Steps.All.Count : _options.Steps.Count);
        if (_disk is null || count == 0)
        {
            yield break;
        }

        var need = _disk.Need(material, _options.Program);
        for (var i = 0; i < count; i++)
        {
            yield return new Fault { Step = material.Step.Name, Kind = FaultKind.FullDisk, Ordinal = need * i / count, Target = "full disk" };
        }
    }
}
