using System.CommandLine;
using Blog.Commands.TakedownVerbs.Requests;

namespace Blog.Commands.TakedownVerbs;

/// <summary><c>takedown request</c>: the requests that come in, with their clocks, checklists and letters.</summary>
internal static class RequestVerb
{
    public static Command Create() => new("request", "Keep the requests that come in, with the clocks the law sets, checklists and letters. Not legal advice. Example: dotnet run -- takedown request list")
    {
        KindsVerb.Create(),
        AddVerb.Create(),
        ListVerb.Create(),
        ShowVerb.Create(),
        StepVerb.Create(),
        NoteVerb.Create(),
        LetterVerb.Create(),
        CloseVerb.Create(),
    };
}
