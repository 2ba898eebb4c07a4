using System.CommandLine;
using System.Globalization;
using Blog.Moderate;
using Blog.Redact.Tagging;
using Blog.Site;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands.VaultVerbs;

/// <summary><c>vault train</c>: the tagger learns from the decisions of this store; shows on a held part what that changes, and takes it only when asked to.</summary>
internal static class TrainVerb
{
    private const int FewStretches = 20;

    public static Command Create()
    {
        var blog = CommonOptions.Blog();
        var vault = CommonOptions.Vault();
        var take = new Option<bool>("--take") { Description = "Keep what was learned, and use it from now on." };
        var forget = new Option<bool>("--forget") { Description = "Go back to the weights that came with the program." };
        var command = new Command("train", "The tagger learns from what was taken out and what was kept. Shows what that changes on a held part of the decided texts, and changes nothing without --take; nothing leaves the private store. Example: dotnet run -- vault train --blog ../my-blog") { blog, vault, take, forget };
        command.SetAction(async (parse, token) =>
        {
            var folder = CommonOptions.Folder(parse.GetRequiredValue(blog));
            using var store = VaultAccess.Open(folder, parse.GetValue(vault));
            if (parse.GetValue(forget))
            {
                if (parse.GetValue(take))
                {
                    throw new UsageException("--take keeps what is learned and --forget drops it: give one of them. Nothing was changed.");
                }

                Forget(store);
                return ExitCode.Done;
            }

            var settings = new BlogReader(folder).ReadSettings();
            var lessons = await StageProgress.RunAsync(progress => Task.Run(
                () => new TaggerLessons(store, settings, (done, total) => progress.Report(new BuildStep("Reading decisions", done, total)), token), token));
            return Learn(store, lessons, parse.GetValue(take));
        });
        return command;
    }

    private static void Forget(VaultStore store)
    {
        using var transaction = store.BeginTransaction();
        var had = store.Tagger.Forget();
        transaction.Commit();
        Console.WriteLine(had ? "Forgotten: the tagger has the weights that came with the program. It reads the texts again: dotnet run -- vault tagger --run" : "It had learned nothing here. Nothing was changed.");
    }

    private static int Learn(VaultStore store, TaggerLessons lessons, bool take)
    {
        if (lessons.Texts == 0)
        {
            Console.WriteLine("Nobody has decided here on anything that it could learn from: words taken out with a kind, findings that were kept. Nothing was changed.");
            return ExitCode.Findings;
        }

        Line($"decided: {lessons.Masked:N0} places taken out, {lessons.Kept:N0} kept, in {lessons.Texts:N0} texts; {lessons.Held:N0} of the texts are held apart");
        Show(lessons.Try());
        if (lessons.Masked + lessons.Kept < FewStretches)
        {
            Line($"Fewer than {FewStretches} decided places say little: look at the numbers with care.");
        }

        if (!take)
        {
            Console.WriteLine("Nothing was changed. To use it: dotnet run -- vault train --take");
            return ExitCode.Done;
        }

        var learned = lessons.Learn();
        using var transaction = store.BeginTransaction();
        store.Tagger.Take(TextTagger.ShippedHash.Span, lessons.Masked + lessons.Kept, learned);
        transaction.Commit();
        Console.WriteLine("Taken, learned from all decided texts. It reads the texts again: dotnet run -- vault tagger --run. To go back: dotnet run -- vault train --forget");
        return ExitCode.Done;
    }

    private static void Show(TaggerTrial trial)
    {
        Line($"held part, taken out and suggested: {trial.MaskedBefore.Suggested:N0} of {trial.MaskedBefore.All:N0} before, {trial.MaskedAfter.Suggested:N0} after");
        Line($"held part, kept and suggested all the same: {trial.KeptBefore.Suggested:N0} of {trial.KeptBefore.All:N0} before, {trial.KeptAfter.Suggested:N0} after");
        Line($"{trial.Others:N0} texts on which nobody decided: {trial.OthersBefore:N0} suggestions before, {trial.OthersAfter:N0} after");
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
