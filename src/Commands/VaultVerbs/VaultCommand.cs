using System.CommandLine;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault</c>: the list of its verbs.</summary>
internal static class VaultCommand
{
    public static Command Create() => new("vault", "The private store: where it lies, what it holds, who may open it, its backups. Example: dotnet run -- vault stats --blog ../my-blog")
    {
        InitVerb.Create(),
        PathVerb.Create(),
        StatsVerb.Create(),
        VerifyVerb.Create(),
        TaggerVerb.Create(),
        TrainVerb.Create(),
        PassphraseVerb.Create(),
        UnlockVerb.Create(),
        LockVerb.Create(),
        BackupVerb.Create(),
        RestoreVerb.Create(),
        VaultConfirmVerb.Create(),
        Pictures.MediaVerb.Create(),
    };
}
