using System.Globalization;

namespace Blog.Bench.Reliability;

/// <summary>A small file system in memory that is filled to a chosen room: a disk that is really full, in whatever call that shows.</summary>
internal sealed class FullDisk : IDisposable
{
    private const int Megabytes = 64;
    private const int PageKib = 4;

    private readonly string _place;
    private readonly string _trial;
    private readonly string _filler;

    private FullDisk(string place)
    {
        _place = place;
        _trial = Path.Combine(place, "trial");
        _filler = Path.Combine(place, "filler");
        AppDomain.CurrentDomain.ProcessExit += Unmount; // also when the campaign is ended from outside
    }

    /// <summary>Mounts it; null, with the reason, where that is not allowed.</summary>
    public static FullDisk? TryMount(string work, out string? reason)
    {
        var place = Path.Combine(work, "disk");
        Directory.CreateDirectory(place);
        var run = ChildRun.Of(work, ["mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={Megabytes}m,mode=700"), "tmpfs", place]);
        reason = run.ExitCode == 0 ? null : $"a tmpfs could not be mounted: {run.Error.Trim()}";
        if (run.ExitCode != 0)
        {
            return null;
        }

        foreach (var export in (string[])[Steps.FirstExport, Steps.SecondExport])
        {
            File.Copy(Path.Combine(work, export), Path.Combine(place, export));
        }

        return new FullDisk(place);
    }

    /// <summary>The most room, in KiB, that an undisturbed run of the step takes at any time: found by halving.</summary>
    public int Need(StepMaterial material, IReadOnlyList<string> program)
    {
        var (low, high) = (0, Megabytes * 1024 / 4);
        while (high - low > PageKib)
        {
            var middle = (low + high) / 2 / PageKib * PageKib;
            (low, high) = Disturb(material, middle, program).ExitCode == material.ExitCode ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>One trial with so much room.</summary>
    public TrialResult Run(StepMaterial material, Fault fault, IReadOnlyList<string> program)
    {
        var run = Disturb(material, fault.Ordinal, program);
        return Trial.Judge(material, fault, run, program, _trial, mayCope: true, () => File.Delete(_filler)) with { HitTarget = run.ExitCode == material.ExitCode ? "room enough" : "full" };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Unmount;
        Unmount(null, EventArgs.Empty);
    }

    private void Unmount(object? sender, EventArgs e) => ChildRun.Of(Path.GetTempPath(), ["umount", _place]);

    private ChildRun Disturb(StepMaterial material, int room, IReadOnlyList<string> program)
    {
        File.Delete(_filler);
        TrialFolder.Copy(material.Start, _trial);
        var free = new DriveInfo(_place).AvailableFreeSpace - (room * 1024L);
        var run = ChildRun.Of(_place, ["fallocate", "-l", free.ToString(CultureInfo.InvariantCulture), _filler]);
        return run.ExitCode == 0
            ? ChildRun.Of(_trial, [.. program, .. material.Step.Arguments])
            : throw new IOException("The disk could not be filled: " + run.Error);
    }
}
