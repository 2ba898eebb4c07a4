namespace Blog.Commands;

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done or stopped with findings: the safety check, <c>check</c>, an import that lost something.</summary>
    public const int Findings = 1;

    /// <summary>Wrong use or unreadable input; nothing was changed.</summary>
    public const int Usage = 2;

    /// <summary>A fault of the program or the machine (bug, full disk, lock held); state as before.</summary>
    public const int Fault = 3;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;
}
