namespace Blog.Commands.Desktop;

/// <summary>What a double click on the program does: the console of the blog beside it, in the browser; or a plain word on what is missing.</summary>
internal static class DoubleClick
{
    /// <summary>Opens the console.</summary>
    /// <param name="how">How the program was started.</param>
    /// <param name="run">Runs the command line that it is given: the verbs as a terminal would have them.</param>
    public static async Task<int> RunAsync(StartedHow how, Func<string[], Task<int>> run)
    {
        using var said = new StringWriter();
        if (!how.HasTerminal)
        {
            Console.SetError(said); // nobody reads it there
        }

        var program = Path.GetDirectoryName(Environment.ProcessPath) ?? Environment.CurrentDirectory;
        var exit = await (BlogBeside.Find(Environment.CurrentDirectory, program) switch
        {
            [var blog] => run(["moderate", "--browser", "--blog", blog]),
            [] => BeginAsync(how, program, run),
            var several => SayAsync($"There are several blogs beside the program: {string.Join(", ", several.Select(Path.GetFileName))}.\nPut the program into the folder of the one you mean, and open it there. Nothing was changed."),
        });
        if (exit != ExitCode.Done && exit != ExitCode.Stopped)
        {
            Leave(how, said.ToString());
        }

        return exit;
    }

    private static async Task<int> BeginAsync(StartedHow how, string program, Func<string[], Task<int>> run)
    {
        var blog = Path.Combine(program, "my-blog");
        if (!how.HasTerminal)
        {
            return await SayAsync($"There is no blog yet: neither in {program} nor in a folder in it.\nMake one, in a terminal, with the name and the address that your site will have:\n\"{Environment.ProcessPath}\" init \"{blog}\" --title \"My Blog\" --address https://blog.example\nThen open the program again. Nothing was changed.");
        }

        await Console.Error.WriteLineAsync($"There is no blog yet in {program}. Two questions make one in {blog}; close this window to leave everything as it is.");
        var made = await run(["init", blog]);
        return made == ExitCode.Done ? await run(["moderate", "--browser", "--blog", blog]) : made;
    }

    private static async Task<int> SayAsync(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return ExitCode.Usage;
    }

    private static void Leave(StartedHow how, string said)
    {
        if (!how.HasTerminal)
        {
            TellPage.Show(said + "\nIf the console of this blog is open already, go on in its tab; it ends by itself three hours after the last thing that was asked of it.");
        }
        else if (how.OwnsWindow)
        {
            Console.Error.WriteLine("Press Enter to close this window."); // it would be gone before anybody had read it
            Console.In.ReadLine();
        }
    }
}
