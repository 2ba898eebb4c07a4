namespace Blog.Model;

/// <summary>The words of each <see cref="CommentState"/>: in thread files, and the only reasons ever given to readers.</summary>
public static class CommentStateTable
{
    /// <summary>What readers are told of a comment on which the moderators have not decided yet.</summary>
    public const string BeingReviewed = "being reviewed";

    /// <summary>The word in a thread file.</summary>
    public static string ToWord(CommentState state) => state switch
    {
        CommentState.Published => "published",
        CommentState.RemovedByAuthor => "removed-by-author",
        CommentState.RemovedByAdmin => "removed-by-admin",
        CommentState.Withheld => "withheld",
        CommentState.Erased => "erased",
        CommentState.Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>Reads the word of a thread file.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out CommentState state)
    {
        (var known, state) = word switch
        {
            "published" => (true, CommentState.Published),
            "removed-by-author" => (true, CommentState.RemovedByAuthor),
            "removed-by-admin" => (true, CommentState.RemovedByAdmin),
            "withheld" => (true, CommentState.Withheld),
            "erased" => (true, CommentState.Erased),
            "missing" => (true, CommentState.Missing),
            _ => (false, default),
        };
        return known;
    }

    /// <summary>What readers are told, or null where the text is published. Nothing finer: who asked, and why, is nobody's business.</summary>
    public static string? ReasonFor(CommentState state) => state switch
    {
        CommentState.Published => null,
        CommentState.RemovedByAuthor => "removed by its writer",
        CommentState.RemovedByAdmin or CommentState.Withheld or CommentState.Erased => "removed by the moderators",
        CommentState.Missing => "lost in the source",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
