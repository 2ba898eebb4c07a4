using System.CommandLine;

namespace Blog.Commands.InboxVerbs;

/// <summary><c>inbox</c>: what people sent through the page for submissions.</summary>
internal static class InboxCommand
{
    public static Command Create() => new("inbox", "What people sent through the site, encrypted to you: take it in, read it, answer it. For editors. Example: dotnet run -- inbox pull submissions.csv")
    {
        PullVerb.Create(),
        ListVerb.Create(),
        ShowVerb.Create(),
        TakeVerb.Create(),
        PictureVerb.Create(),
        ReplyVerb.Create(),
        DeleteVerb.Create(),
    };
}
