using Blog.Model;

namespace Blog.Import.Captures;

/// <summary>One comment's place in a capture: a range of whole lines, so that the ranges together are the whole thread.</summary>
internal sealed record CapturedComment
{
    /// <summary>Its number, read or inferred.</summary>
    public required CommentNumber Number { get; init; }

    /// <summary>First line; equal to <see cref="End"/> for a lost comment of which nothing is left.</summary>
    public required int Start { get; init; }

    /// <summary>Line after its last.</summary>
    public required int End { get; init; }

    /// <summary>Where its text begins in the content of the first line, after the number; 0 where the number's line is lost.</summary>
    public int TextOffset { get; init; }

    /// <summary>Whether the line with its number, and with it the opening of its text, is not in the source.</summary>
    public bool NumberLost { get; init; }

    /// <summary>What a person should look at: phrases of <see cref="CaptureFlags"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Whether nothing of it is left.</summary>
    public bool IsMissing => Start == End;
}
