using Blog.Desk.Review;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>Who could the writer of a text be: what is told of them, what a colleague could still guess, and how to read the text as their manager would.</summary>
public sealed record WriterModel : ScreenModel
{
    /// <summary>The text.</summary>
    public required VaultHandle Unit { get; init; }

    /// <summary>"Post", or the number of the comment.</summary>
    public required string Label { get; init; }

    /// <summary>What is told of its writer.</summary>
    public required IReadOnlyList<ToldFact> Facts { get; init; }

    /// <summary>Threads that were read for it.</summary>
    public required int Read { get; init; }

    /// <summary>Threads in which the writer wrote.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether the writer has no name by which their texts are known as theirs: then this text stands alone.</summary>
    public required bool IsNameless { get; init; }

    /// <summary>The smallest sets of facts that fit nobody else of the archive, in words, kinds only.</summary>
    public required IReadOnlyList<string> Singling { get; init; }

    /// <summary>Threads of the archive that were compared so far, and all of them.</summary>
    public required (int Done, int All) Compared { get; init; }

    /// <summary>What to look for when reading as the manager would, and what was seen of it here.</summary>
    public required IReadOnlyList<ReadingQuestion> Questions { get; init; }

    /// <inheritdoc/>
    public override string Title => "Who could this be?";

    /// <inheritdoc/>
    public override string Section => "/threads";
}
