using System.CommandLine;
using System.Globalization;
using Blog.Model;
using Blog.Moderate;
using Blog.Redact.Tagging;
using Blog.Site;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault tagger</c>: how the trained tagger is used here and how much it has read; sets its mode, and has it read the rest.</summary>
internal static class TaggerVerb
{
    private const string Stage = "The tagger reads";

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var mode = new Option<string?>("--mode") { Description = "suggest: what it finds is listed among the near misses. guard: what it finds holds a text until you have decided, and so does a text it has not read.", HelpName = "suggest|guard" };
        var run = new Option<bool>("--run") { Description = "Have it read every text that it has not read. Can be stopped, and goes on where it was." };
        var command = new Command("tagger", "How the trained tagger is used and how much it has read; sets its mode, has it read the rest. Example: dotnet run -- vault tagger --run --blog ../my-blog") { blog, vault, mode, run };
        command.SetAction(async (parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            var settings = new BlogReader(folder).ReadSettings();
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            Set(store, parse.GetValue(mode));
            if (parse.GetValue(run))
            {
                await ReadAsync(store, settings, new VerbStages(StageProgress.RunAsync, Console.Out, Console.Error), token);
            }

            Write(store, settings);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Has the tagger read what it has not read.</summary>
    public static Task ReadAsync(VaultStore store, SiteSettings settings, VerbStages stages, CancellationToken token) => stages.RunAsync(progress => Task.Run(
        () =>
        {
            var pass = new TaggerPass(store, settings);
            var texts = pass.Remaining;
            if (texts > 0)
            {
                pass.Run((done, total) => progress.Report(new BuildStep(Stage, done, total)), token);
            }

            return texts;
        },
        token));

    private static void Set(VaultStore store, string? mode)
    {
        if (mode is null)
        {
            return;
        }

        if (mode is not ("suggest" or "guard"))
        {
            throw new UsageException("--mode takes suggest or guard. Nothing was changed.");
        }

        using var transaction = store.BeginTransaction();
        store.Tagger.SetGuards(mode == "guard");
        transaction.Commit();
    }

    private static void Write(VaultStore store, SiteSettings settings)
    {
        var counts = store.Stats();
        Console.WriteLine($"mode: {(store.Tagger.Guards ? "guard (what it finds holds a text until you have decided)" : "suggest (what it finds is listed among the near misses)")}");
        var left = new TaggerPass(store, settings).Remaining;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"texts it has not read: {left:N0} of {counts.Texts:N0}"));
        Console.WriteLine(store.Tagger.Learned() is not { } learned ? "learned from decisions here: nothing (\"vault train\")"
            : !TextTagger.Understands(learned.Shipped.Span) ? string.Create(CultureInfo.InvariantCulture, $"learned from {learned.Examples:N0} decided stretches here, for weights of another version: it is not used. Learn again with \"vault train\".")
            : string.Create(CultureInfo.InvariantCulture, $"learned from {learned.Examples:N0} decided stretches here, on {learned.Made:d MMMM yyyy}"));
        if (left > 0)
        {
            Console.WriteLine("Next: dotnet run -- vault tagger --run (or open the console, which has it read in the background)");
        }
    }
}
