using System.Globalization;

namespace Blog.Bench.Reliability;

/// <summary>One disturbance of one step.</summary>
internal sealed record Fault
{
    /// <summary>Name of the step.</summary>
    public required string Step { get; init; }

    /// <summary>What is done.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The system call; empty for <see cref="FaultKind.Instant"/> and <see cref="FaultKind.FullDisk"/>.</summary>
    public string Call { get; init; } = string.Empty;

    /// <summary>The how-manieth call; of a full disk the room in KiB; of an instant a number of its own.</summary>
    public int Ordinal { get; init; }

    /// <summary>Only calls on this file are counted, within the trial's folder; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>When, for <see cref="FaultKind.Instant"/>, in thousandths of the step's usual time.</summary>
    public int Permille { get; init; }

    /// <summary>What the call is, and on what, as the undisturbed run had it.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>The commit or renaming that was just done when the run is stopped, as the undisturbed run had it; null where the call before was neither.</summary>
    public string? JustDone { get; init; }

    /// <summary>The same for the same disturbance in every campaign with the same program, by which a campaign goes on where it was stopped.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Step}|{Kind}|{Call}|{Ordinal}|{Path}|{Permille}");
}
