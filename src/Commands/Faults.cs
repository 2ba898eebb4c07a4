using System.Text;
using Blog.Guests;
using Blog.Guests.Submissions;
using Blog.Import;
using Blog.Import.Documents;
using Blog.Moderate;
using Blog.Requests;
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
        catch (Exception e) // the one place that catches everything
        {
            var (message, exit) = Explain(e);
            await Console.Error.WriteLineAsync(message);
            return exit;
        }
    }

    /// <summary>The message of an exception, and its exit code.</summary>
    public static (string Message, int ExitCode) Explain(Exception exception) => exception switch
    {
        OperationCanceledException => ("Stopped. Everything is as it was.", ExitCode.Stopped),
        UsageException or SourceException or ImportException or DocumentException or ModerationException or GuestException or RequestException or InboxException => (exception.Message, ExitCode.Usage),
        OutputException => (exception.Message, ExitCode.Fault),
        VaultException vault => (vault.Message, vault.ExitCode),
        UnauthorizedAccessException or IOException => ($"The disk refused: {exception.Message} Everything is as it was; see to it and run this again.", ExitCode.Fault),
        _ => (Describe(exception), ExitCode.Fault), // a bug. The message of an unknown exception may hold a text, so only its kind and place are shown
    };

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
