using System.Text;
using Blog.Import;
using Blog.Site;
using Blog.Source;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Turns every exception into one message on stderr and an exit code; the one place that catches everything.</summary>
internal static class Faults
{
    /// <summary>Runs a verb.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. Everything is as it was.");
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is UsageException or SourceException or ImportException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Usage;
        }
        catch (OutputException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Fault;
        }
        catch (VaultException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            await Console.Error.WriteLineAsync($"The disk refused: {e.Message} Everything is as it was; see to it and run this again.");
            return ExitCode.Fault;
        }
        catch (Exception e)
        {
            // A bug. The message of an unknown exception may hold a text, so only its kind and place are shown.
            await Console.Error.WriteLineAsync(Describe(e));
            return ExitCode.Fault;
        }
    }

    private static string Describe(Exception e)
    {
        var text = new StringBuilder("A fault of the program: ");
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            text.Append(inner.GetType().Name).Append(' ');
        }

        text.Append("at:\n").Append(e.StackTrace).Append("\nEverything is as it was. Please report these lines; they hold no text of a post or comment.");
        return text.ToString();
    }
}
