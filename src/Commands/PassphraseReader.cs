using System.Text;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Gets a passphrase: from a file, from the environment, or from the terminal without showing it; never from the command line, where every process of the machine could read it.</summary>
internal static class PassphraseReader
{
    /// <summary>The variable that may hold the passphrase of the private store.</summary>
    public const string Variable = "BLOG_VAULT_PASSPHRASE";

    private const int MaxFileBytes = 4096;

    /// <summary>A passphrase that exists already.</summary>
    /// <param name="file">Value of <c>--passphrase-file</c>; null where it was not given.</param>
    /// <param name="question">What is asked on a terminal.</param>
    /// <exception cref="UsageException">There is neither file nor variable nor terminal.</exception>
    public static Passphrase Existing(string? file, string question)
    {
        var given = Given(file, Variable);
        return Passphrase.Existing(given ?? Ask(question, "--passphrase-file"));
    }

    /// <summary>A passphrase of something else than the private store, asked for on the terminal.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="option">Name of the option that gives it in a file, for messages.</param>
    public static Passphrase Asked(string question, string option) => Passphrase.Existing(Ask(question, option));

    /// <summary>A passphrase that is to be set; on a terminal it is asked twice, since a slip in it could not be mended later.</summary>
    /// <param name="file">Value of the option; null where it was not given.</param>
    /// <param name="variable">The environment variable that may hold it; null for none.</param>
    /// <param name="option">Name of the option, for messages.</param>
    /// <param name="question">What is asked on a terminal.</param>
    public static Passphrase New(string? file, string? variable, string option, string question)
    {
        if (Given(file, variable) is { } given)
        {
            return Passphrase.New(given);
        }

        var first = Ask(question, option);
        var passphrase = Passphrase.New(first);
        return Ask("Once more", option) == first
            ? passphrase
            : throw new UsageException("The two passphrases differ. Nothing was changed; run this again.");
    }

    /// <summary>The passphrase of the environment; null where it is not set.</summary>
    public static Passphrase? FromEnvironment() => Given(null, Variable) is { } given ? Passphrase.Existing(given) : null;

    private static string? Given(string? file, string? variable)
    {
        if (file is not null)
        {
            return ReadFile(file);
        }

        var value = variable is null ? null : Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The first line, without its end. A file that others may read is refused, as ssh refuses a key.</summary>
    private static string ReadFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UsageException($"There is no file {file.FullName} with a passphrase. Nothing was changed.");
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & Others) != UnixFileMode.None)
        {
            throw new UsageException($"Other users of this machine may read the passphrase in {file.FullName}. Close it with: chmod 600 '{file.FullName}'. Nothing was changed.");
        }

        if (file.Length > MaxFileBytes)
        {
            throw new UsageException($"{file.FullName} is too long for a passphrase, of which the first line is read. Nothing was changed.");
        }

        return File.ReadAllText(file.FullName, Encoding.UTF8).Split('\n')[0].TrimEnd('\r');
    }

    private static string Ask(string question, string option)
    {
        // Without a terminal nothing asks: a script must not hang on a question it cannot see.
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            throw new UsageException($"A passphrase is needed, and there is no terminal to ask on. Give it in a file ({option} FILE, first line, readable by you alone) or in the variable {Variable}. Nothing was changed.");
        }

        Console.Error.Write(question + ": ");
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Error.WriteLine();
                return typed.ToString();
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }
    }
}
