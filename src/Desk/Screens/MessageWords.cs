using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Vault;

namespace Blog.Desk.Screens;

/// <summary>Messages in words.</summary>
internal static class MessageWords
{
    /// <summary>What a message is.</summary>
    public static string Of(SubmissionKind kind) => kind switch
    {
        SubmissionKind.Post => "text for the blog",
        SubmissionKind.Comment => "comment",
        SubmissionKind.Remove => "wish for removal",
        SubmissionKind.Answer => "answer of a writer",
        SubmissionKind.Other => "message of another form",
        SubmissionKind.Unopened => "could not be opened, kept as it came",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>What a writer says to the text that they were shown.</summary>
    public static string Of(WriterAnswer answer) => answer switch
    {
        WriterAnswer.Yes => "yes, publish it as it stood in the answer",
        WriterAnswer.Change => "please change something",
        WriterAnswer.Withdraw => "no; take it back, or take it down",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "No such answer."),
    };

    /// <summary>What they chose with a yes.</summary>
    public static IEnumerable<string> Of(ConsentTerms terms)
    {
        yield return terms.Scope == ConsentScope.Extracts ? "the text, and parts of it as well" : "the whole text only";
        yield return terms.OpenComments ? "comments may be written under it" : "no comments under it";
        yield return terms.Until is { } until ? FormattableString.Invariant($"to be removed after {until:d MMMM yyyy}") : "for good";
        yield return terms.KeepOriginal ? "what was sent is kept, sealed" : "what was sent is destroyed once the text stands";
    }
}
