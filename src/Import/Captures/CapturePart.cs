using NodaTime;

namespace Blog.Import.Captures;

/// <summary>One post's stretch of a capture: line numbers from 0, each range up to but not including its end.</summary>
internal sealed record CapturePart
{
    /// <summary>First line: its date heading, or where its text begins.</summary>
    public required int Start { get; init; }

    /// <summary>Line after its last.</summary>
    public required int End { get; init; }

    /// <summary>Its day; null where the heading is lost.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Line of the title; -1 where there is none.</summary>
    public int TitleLine { get; init; } = -1;

    /// <summary>Line where the body begins (the subtitle, where there is one).</summary>
    public required int BodyStart { get; init; }

    /// <summary>Line where the comments begin; equal to <see cref="End"/> where there are none.</summary>
    public required int CommentsStart { get; init; }

    /// <summary>What a person should look at: phrases of <see cref="CaptureFlags"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
