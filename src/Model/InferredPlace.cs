using System.Diagnostics.CodeAnalysis;

namespace Blog.Model;

/// <summary>What about a comment's place was inferred rather than read: <c>parent</c>, <c>answers ID</c>, or both as <c>parent; answers ID</c>.</summary>
public sealed record InferredPlace
{
    private const string ParentWord = "parent";
    private const string AnswersWord = "answers ";
    private const string Joint = "; ";

    private InferredPlace(bool parent, CommentId? answers)
    {
        Parent = parent;
        Answers = answers;
    }

    /// <summary>The source did not say which comment it answers, so the place it has was worked out.</summary>
    public bool Parent { get; }

    /// <summary>The comment of the same thread that it answers although it was posted elsewhere, as a moderator says; null where nobody said so. It stays where it was posted.</summary>
    public CommentId? Answers { get; }

    /// <summary>The place was worked out, and nobody said more.</summary>
    public static readonly InferredPlace OfParent = new(true, null);

    /// <summary>Both as one; null where there is nothing to say.</summary>
    public static InferredPlace? Of(bool parent, CommentId? answers) =>
        answers is not null ? new InferredPlace(parent, answers) : parent ? OfParent : null;

    /// <summary>Reads the value of the key <c>inferred</c>; false for anything else than the three forms.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out InferredPlace? place)
    {
        place = null;
        var rest = text;
        var parent = rest.StartsWith(ParentWord, StringComparison.Ordinal);
        if (parent)
        {
            rest = rest[ParentWord.Length..];
            if (rest.IsEmpty)
            {
                place = OfParent;
                return true;
            }

            if (!rest.StartsWith(Joint, StringComparison.Ordinal))
            {
                return false;
            }

            rest = rest[Joint.Length..];
        }

        if (!rest.StartsWith(AnswersWord, StringComparison.Ordinal) || !CommentId.TryParse(rest[AnswersWord.Length..].ToString(), out var answers))
        {
            return false;
        }

        place = new InferredPlace(parent, answers);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Answers is not { } answers ? ParentWord : (Parent ? ParentWord + Joint : string.Empty) + AnswersWord + answers.Value;
}
