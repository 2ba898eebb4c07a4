namespace Blog.Bench.Reliability;

/// <summary>One run of the program that is disturbed: what is run, and what must hold when it was cut off.</summary>
internal sealed record Step
{
    /// <summary>Its name in reports and on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>The verb and its arguments; run in the trial's folder, in which the blog is <c>blog</c> and the private store <c>vault</c>.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Words on stdout with which the program says that its work is kept; once they were said, all of it must be there.</summary>
    public required string Acknowledgement { get; init; }

    /// <summary>Whether the private store goes from old to new in one transaction, so that nothing in between may ever be seen; findings, which follow from texts, may come later.</summary>
    public bool StoreAtOnce { get; init; }

    /// <summary>Done to the trial's folder before the step, as a person would with their own files; null for nothing.</summary>
    public Action<string>? Before { get; init; }

    /// <summary>A file of <c>output/</c> that a person put there, which must not be lost when the folder is replaced; null for none.</summary>
    public string? ByHand { get; init; }
}
