using System.CommandLine;

namespace Blog.Commands;

/// <summary>The command line: the list of verbs, written out in the order in which a blog needs them.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var root = new RootCommand("Subrosa publishes what must be said without publishing who said it: from a blog's archive to a static site. Without a verb it builds.")
        {
            InitCommand.Create(),
            ImportCommand.Create(),
            ModerateCommand.Create(),
            Redaction.RedactCommand.Create(),
            GuestVerbs.GuestCommand.Create(),
            ReleaseCommand.Create(),
            NewCommand.Create(),
            GlossaryCommand.Create(),
            BuildCommand.Create(),
            ServeCommand.Create(),
            SearchCommand.Create(),
            IndexCommand.Create(),
            CheckCommand.Create(),
            GateCommand.Create(),
            VaultVerbs.VaultCommand.Create(),
            KeyVerbs.KeysCommand.Create(),
            InboxVerbs.InboxCommand.Create(),
            TakedownCommand.Create(),
            DueCommand.Create(),
            ExportCommand.Create(),
            DeployVerbs.DeployCommand.Create(),
        };
        BuildCommand.MakeDefault(root);

        return args.Length == 0 && Desktop.StartedHow.Now() is { IsDoubleClick: true } how
            ? await Desktop.DoubleClick.RunAsync(how, line => RunAsync(root, line))
            : await RunAsync(root, args);
    }

    private static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Nothing was changed. \"dotnet run -- --help\" lists the verbs, and every verb has --help.");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        return await Faults.GuardAsync(() => result.InvokeAsync(configuration, CancellationToken.None));
    }
}
