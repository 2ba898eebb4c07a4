using Blog.Text;
using Blog.Vault;

namespace Blog.Guests;

/// <summary>Knows e-mail addresses at which an employer may read along (table <c>work-addresses.table.txt</c>, and what the owner adds): nothing about a guest's text goes there.</summary>
public sealed class WorkAddresses
{
    private readonly HashSet<string> _ends;

    /// <summary>Prepares the list.</summary>
    /// <param name="added">Ends that the owner adds, e.g. <c>trust.example.org</c>.</param>
    /// <param name="removed">Ends of the table that do not count here.</param>
    public WorkAddresses(IEnumerable<string> added, IEnumerable<string> removed)
    {
        _ends = [.. EmbeddedText.Lines("Guests.work-addresses").Concat(added.Select(Clean)).Where(end => end.Length > 0)];
        _ends.ExceptWith(removed.Select(Clean));
    }

    /// <summary>The list of a store, with what its owner adds and takes away in <c>settings.yml</c>.</summary>
    public static WorkAddresses Of(VaultStore store)
    {
        var settings = VaultSettingsReader.Read(store.Location);
        return new WorkAddresses(settings.WorkAddresses, settings.NotWorkAddresses);
    }

    /// <summary>The end on the list that an address has; null where it has none, or is no address.</summary>
    /// <param name="address">An e-mail address, perhaps with a name before it; any letter case.</param>
    public string? EndOf(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0)
        {
            return null;
        }

        var host = Clean(address[(at + 1)..].TrimEnd('>', ' ', '.', ';', ','));
        for (var from = 0; from >= 0 && from < host.Length; from = host.IndexOf('.', from) is var dot && dot < 0 ? -1 : dot + 1)
        {
            if (_ends.Contains(host[from..]))
            {
                return host[from..];
            }
        }

        return null;
    }

    private static string Clean(string end) => NameFolding.Fold(end.Trim().TrimStart('@', '.').TrimEnd('.'));
}
