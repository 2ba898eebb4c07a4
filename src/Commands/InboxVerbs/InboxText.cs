using System.Globalization;
using System.Text;
using Blog.Commands.Redaction;
using Blog.Desk.Screens;
using Blog.Guests.Submissions;
using Blog.Vault;

namespace Blog.Commands.InboxVerbs;

/// <summary>Submissions in words.</summary>
internal static class InboxText
{
    public static string Of(SubmissionKind kind) => MessageWords.Of(kind);

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
        Add("says", content.Answer is { } answer ? MessageWords.Of(answer) : null);
        Add("and chooses", content.Terms is { } terms ? string.Join("; ", MessageWords.Of(terms)) : null);
        Add("pictures", content.Images.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{content.Images.Count} (inbox picture {opened.Row.Number} 1 --out FILE)"));
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
