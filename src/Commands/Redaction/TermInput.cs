namespace Blog.Commands.Redaction;

/// <summary>Reads a term from where it leaves the least trace.</summary>
internal static class TermInput
{
    /// <summary>The argument, or one line of standard input.</summary>
    /// <exception cref="UsageException">Nothing was given.</exception>
    public static string Read(string? argument)
    {
        if (argument is { Length: > 0 } and not "-")
        {
            return argument;
        }

        if (!Console.IsInputRedirected)
        {
            Console.Error.Write("Term: ");
        }

        return Console.In.ReadLine() is { Length: > 0 } line
            ? line
            : throw new UsageException("No term was given. Name it, or write it to standard input. Nothing was changed.");
    }
}
