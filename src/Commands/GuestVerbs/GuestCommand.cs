using System.CommandLine;

namespace Blog.Commands.GuestVerbs;

/// <summary><c>guest</c>: guests' texts, from the confidence to the published post.</summary>
internal static class GuestCommand
{
    public static Command Create() => new("guest", "Guests' texts: take one in, amend it, ask its writer, publish it. Every word lies sealed until its writer agreed. Example: dotnet run -- guest add letter.docx")
    {
        AddVerb.Create(),
        ListVerb.Create(),
        ShowVerb.Create(),
        TextVerb.Create(),
        AmendVerb.Create(),
        PictureVerb.Create(),
        HistoryVerb.Create(),
        ConsentVerb.Create(),
        AnswerVerb.Create(),
        PublishVerb.Create(),
        WithdrawVerb.Create(),
        ForgetVerb.ForgetSender(),
        ForgetVerb.DestroyOriginal(),
    };
}
