using System.CommandLine;
using System.Globalization;
using Blog.Commands.GuestVerbs;
using Blog.Commands.TakedownVerbs.Requests;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Release;
using Blog.Requests;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox take</c>: takes submissions further: a text among the guests' texts, a comment under its post, a wish among the requests, an answer to its text.</summary>
internal static class TakeVerb
{
    public static Command Create()
    {
        var numbers = new Argument<long[]>("numbers") { Description = "Their numbers (\"inbox list\"). Several comments together are a batch: all of them bear one day.", Arity = ArgumentArity.OneOrMore };
        var title = new Option<string?>("--title") { Description = "Of a text: another title." };
        var asTyped = new Option<bool>("--as-typed") { Description = "Of a text: leave typing habits as they are." };
        var kind = new Option<string>("--kind") { Description = "Of a wish that something be removed: the kind of request (\"takedown request kinds\").", DefaultValueFactory = _ => "erasure" };
        var text = new Option<string?>("--text") { Description = "Of a comment on a post that stands in input/ alone: file with its text, amended.", HelpName = "FILE" };
        var command = new Command("take", "Take submissions further: texts among the guests' texts, comments under their posts, wishes among the requests, answers to their texts. Example: dotnet run -- inbox take 3 4 7") { numbers, title, asTyped, kind, text };
        new GuestInput().Set(command, "inbox take", isSealed: true, (parse, folder, store, _) =>
        {
            var (inbox, guests) = (new Inbox(store), new GuestInbox(store, TimeProvider.System));
            var amended = parse.GetValue(text) is { } path ? TextInput.Read(path, "The file with the text") : null;
            if (amended is not null && parse.GetRequiredValue(numbers).Length != 1)
            {
                throw new UsageException("--text is for one comment. Nothing was changed.");
            }

            var comments = new CommentIntake(store, folder, new BlogReader(folder).ReadSettings(), TimeProvider.System);
            foreach (var number in parse.GetRequiredValue(numbers).Distinct())
            {
                var opened = inbox.Open(number);
                switch (opened.Row.Kind)
                {
                    case SubmissionKind.Post:
                        Console.WriteLine(Line(number, $"guest's text {Short(guests.TakeText(number, parse.GetValue(title), !parse.GetValue(asTyped)))}"));
                        break;
                    case SubmissionKind.Comment:
                        var (inStore, inFile) = comments.Take(number, amended);
                        Console.WriteLine(Line(number, inStore is { } taken ? $"comment {Short(taken)}; release publishes it unless something in it waits for you" : $"comment {inFile} of a post in input/; the next build publishes it"));
                        break;
                    case SubmissionKind.Answer:
                        var (guest, answer) = guests.TakeAnswer(number, null);
                        Console.WriteLine(Line(number, $"answer to guest's text {Short(guest)}: {answer.ToString().ToLowerInvariant()}"));
                        break;
                    case SubmissionKind.Remove:
                        Console.WriteLine(Line(number, $"request {RequestText.Name(WishIntake.Take(store, TimeProvider.System, number, RequestInput.Kind(parse.GetRequiredValue(kind))))}"));
                        break;
                    case SubmissionKind.Other or SubmissionKind.Unopened:
                        throw new UsageException($"Submission {number} is not in the form of the page, or could not be opened: look at it (\"inbox show {number}\"), and delete it or keep it. What was named before it was taken.");
                    default:
                        throw new InvalidOperationException($"No way for a {opened.Row.Kind}.");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Line(long number, string words) => string.Create(CultureInfo.InvariantCulture, $"{number,5}  {words}");

    private static string Short(VaultHandle handle) => handle.Hex[..VaultHandle.ShownDigits];
}
