using Blog.Model;
using NodaTime;

namespace Blog.Bench.Threads;

/// <summary>One comment of an invented thread: the truth about it.</summary>
public sealed record GeneratedComment
{
    /// <summary>Its number on the old page: 6, or 6.4.</summary>
    public required CommentNumber Number { get; init; }

    /// <summary>The comment it stands under; null at the top level.</summary>
    public CommentNumber? Parent { get; init; }

    /// <summary>When it was written, to the minute, in London: the truth, whether or not the copy keeps it.</summary>
    public required ZonedDateTime Written { get; init; }

    /// <summary>The time the copy keeps: <see cref="Written"/>, or null where its stamp is lost.</summary>
    public required ZonedDateTime? Kept { get; init; }

    /// <summary>The name the copy keeps; null where its stamp is lost.</summary>
    public string? Author { get; init; }

    /// <summary>What the copy dropped of it.</summary>
    public required LossKind Loss { get; init; }

    /// <summary>What the copy keeps of its text: LF line ends, without indentation and number; paragraphs parted by a blank line, by two
    /// where a line was dropped between them. Empty where <see cref="Loss"/> is <see cref="LossKind.All"/>.</summary>
    public required string Body { get; init; }

    /// <summary>The citations in <see cref="Body"/>, by offset.</summary>
    public required IReadOnlyList<GeneratedCitation> Citations { get; init; }

    /// <summary>What looks like citations in <see cref="Body"/> and is none, by offset.</summary>
    public required IReadOnlyList<GeneratedLookAlike> LookAlikes { get; init; }

    /// <summary>Whether nothing that follows shows a lost number: it was the last of its list, so no reader can know of it.</summary>
    public bool Untraceable { get; init; }
}
