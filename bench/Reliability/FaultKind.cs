namespace Blog.Bench.Reliability;

/// <summary>What is done to a run.</summary>
internal enum FaultKind
{
    /// <summary>SIGKILL before a chosen system call.</summary>
    Kill,

    /// <summary>SIGKILL after a time.</summary>
    Instant,

    /// <summary>A chosen system call fails with an input/output error.</summary>
    Eio,

    /// <summary>A chosen system call fails for want of space.</summary>
    Enospc,

    /// <summary>The disk has no more than a given room.</summary>
    FullDisk,
}
