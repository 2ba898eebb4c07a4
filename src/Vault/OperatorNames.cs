using Blog.Text;

namespace Blog.Vault;

/// <summary>Collects the operators' own names from this machine, each time anew and without keeping them: account, full name, git's author, machine.</summary>
public static class OperatorNames
{
    /// <summary>Shorter names say nothing by themselves and would stand in half of all texts.</summary>
    public const int MinLength = 3;

    private static readonly HashSet<string> Common = EmbeddedText.Rows("Vault.OperatorNames").Select(cells => cells[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, each once, in ordinal order; those that many machines share (<c>root</c>, <c>localhost</c>) left out.</summary>
    public static IReadOnlyList<OperatorName> Find() => Find(
        Environment.UserName,
        Environment.MachineName,
        File.Exists("/etc/passwd") ? File.ReadAllLines("/etc/passwd") : [],
        Environment.GetEnvironmentVariable,
        key => GitProgram.TryRun(Path.GetPathRoot(Environment.CurrentDirectory) ?? "/", out var value, "config", "--get", key) ? value : null);

    /// <summary>As <see cref="Find()"/>, of what is given.</summary>
    /// <param name="account">Name of the account.</param>
    /// <param name="machine">Name of the machine, with or without its domain.</param>
    /// <param name="passwd">Lines of passwd(5).</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="git">Reads a setting of git outside any repository.</param>
    internal static IReadOnlyList<OperatorName> Find(string account, string machine, IEnumerable<string> passwd, Func<string, string?> variable, Func<string, string?> git)
    {
        var names = new List<OperatorName>();
        Add("account", account);
        foreach (var name in new[] { "USER", "LOGNAME", "USERNAME", "SUDO_USER" })
        {
            Add("account", variable(name));
        }

        // login:x:1000:1000:Full Name,room,phone:/home/login:/bin/sh
        var own = passwd.Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length >= 6 && fields[0] == account);
        Add("full name", own?[4].Split(',')[0]);
        Add("account", own is null ? null : Path.GetFileName(own[5]));

        foreach (var name in new[] { "GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "DEBFULLNAME" })
        {
            Add("git name", variable(name));
        }

        Add("git name", git("user.name"));
        foreach (var address in new[] { variable("GIT_AUTHOR_EMAIL"), variable("GIT_COMMITTER_EMAIL"), variable("EMAIL"), variable("DEBEMAIL"), git("user.email") })
        {
            Add("git address", address);
            Add("git address", address?.Split('@')[0]);
        }

        Add("machine", machine);
        Add("machine", machine.Split('.')[0]);
        return [.. names.DistinctBy(name => name.Value, StringComparer.OrdinalIgnoreCase).OrderBy(name => name.Value, StringComparer.Ordinal)];

        void Add(string origin, string? value)
        {
            var trimmed = value?.Trim() ?? string.Empty;
            if (trimmed.Length >= MinLength && !Common.Contains(trimmed) && trimmed.Any(char.IsLetter))
            {
                names.Add(new OperatorName(trimmed, origin));
            }
        }
    }
}
