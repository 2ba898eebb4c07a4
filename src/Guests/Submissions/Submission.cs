using Blog.Model;
using Blog.Vault;

namespace Blog.Guests.Submissions;

/// <summary>What somebody wrote on the page for submissions or under a post. Every text is a stranger's: nothing of it is printed as it is.</summary>
public sealed record Submission
{
    /// <summary>What it is.</summary>
    public required SubmissionKind Kind { get; init; }

    /// <summary>The text, line ends as LF. Empty only in an answer.</summary>
    public required string Text { get; init; }

    /// <summary>Its title; null where none was given.</summary>
    public string? Title { get; init; }

    /// <summary>The name its writer wants to have; null where none was given.</summary>
    public string? Name { get; init; }

    /// <summary>The post a comment is on; null for anything else.</summary>
    public PostId? Post { get; init; }

    /// <summary>The comment a comment answers; null for the post itself.</summary>
    public CommentId? ReplyTo { get; init; }

    /// <summary>Pictures.</summary>
    public IReadOnlyList<SubmissionImage> Images { get; init; } = [];

    /// <summary>How the writer can be answered; null where they took no code.</summary>
    public ReplyCode? Code { get; init; }

    /// <summary>What an answer says; null for anything else.</summary>
    public WriterAnswer? Answer { get; init; }

    /// <summary>What its writer chose with a yes; null for anything else, and where the page did not ask yet.</summary>
    public ConsentTerms? Terms { get; init; }

    /// <summary>Its kind and length alone.</summary>
    public override string ToString() => $"({Kind}, {Text.Length} characters)";
}
