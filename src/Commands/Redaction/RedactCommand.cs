using System.CommandLine;

namespace Blog.Commands.Redaction;

/// <summary><c>redact …</c>: what was found in the private store, and the decisions on it.</summary>
internal static class RedactCommand
{
    public static Command Create() => new("redact", "What the private store holds that may tell who somebody is, and your decisions on it. Nothing is published by them; \"release\" follows them. Example: dotnet run -- redact list --blog ../my-blog")
    {
        ListVerb.Create(),
        FindVerb.Create(),
        ShowVerb.Create(),
        FactsVerb.Create(),
        AcceptVerb.Create(),
        KeepVerb.Create(),
        TermVerb.Create(),
        PseudonymVerb.Create(),
        WithholdVerb.Create(),
        DuplicatesVerb.Create(),
        RepairVerb.Same(),
        RepairVerb.Answers(),
        Pictures.PicturesVerb.Create(),
        Pictures.PictureVerb.Create(),
        UndoVerb.Create(),
        HistoryVerb.Create(),
    };
}
