using System.Globalization;
using System.Text;
using Blog.Commands.Redaction;
using Blog.Guests.Submissions;
using Blog.Vault;

namespace Blog.Commands.InboxVerbs;

/// <summary>Submissions in words.</summary>
internal static class InboxText
{
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

    public static string Of(SkippedReason reason) => reason switch
    {
        SkippedReason.Empty => "empty",
        SkippedReason.NoMessage => "no encrypted message (spam, or another form)",
        SkippedReason.TooLong => "longer than any message of the page",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    /// <summary>A line of the list, without a word of what was written.</summary>
    public static string Line(VaultSubmission row, bool isAnswered) => string.Create(CultureInfo.InvariantCulture,
        $"{row.Number,5}  {row.Received:yyyy-MM-dd}  {(row.Done is null ? "waits" : "done ")}  {Of(row.Kind)}{(row.Answers is { } first ? $", under the code of {first}" : string.Empty)}{(isAnswered ? ", an answer waits for its writer" : string.Empty)}");

    /// <summary>What a submission says, without what could steer a terminal.</summary>
    public static string Whole(OpenedSubmission opened)
    {
        var text = new StringBuilder().Append(Line(opened.Row, isAnswered: false)).Append('\n');
        if (opened.Content is not { } content)
        {
            return opened.Row.Kind == SubmissionKind.Unopened
                ? text.Append("No key of this store opens it. Pull again with the recovery key (\"inbox pull EXPORT --recovery FILE\").\n").ToString()
                : text.Append('\n').Append(TerminalText.Printable(Encoding.UTF8.GetString(opened.Raw.Span))).Append('\n').ToString();
        }

        Add("title", content.Title);
        Add("name", content.Name);
        Add("on post", content.Post?.Value);
        Add("reply to comment", content.ReplyTo?.Value);
        Add("says", content.Answer switch
        {
            null => null,
            WriterAnswer.Yes => "yes, publish it as it stood in the answer",
            WriterAnswer.Change => "please change something",
            WriterAnswer.Withdraw => "withdraws it",
            _ => throw new ArgumentOutOfRangeException(nameof(opened), content.Answer, "No such answer."),
        });
        Add("pictures", content.Images.Count == 0 ? null : content.Images.Count.ToString(CultureInfo.InvariantCulture));
        Add("can be answered", content.Code is null ? "no, its writer took no code" : "yes (inbox reply)");
        return text.Append('\n').Append(TerminalText.Printable(content.Text)).Append('\n').ToString();

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(name).Append(": ").Append(TerminalText.OneLine(value)).Append('\n');
            }
        }
    }
}
