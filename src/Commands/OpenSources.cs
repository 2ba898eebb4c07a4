using System.Globalization;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>Reminds of old blogs that can still be read.</summary>
internal static class OpenSources
{
    /// <summary>Most names that are shown.</summary>
    private const int MaxNames = 3;

    /// <summary>Prints a warning on stderr while a source of the store is not marked as closed; nothing where all are, or there is none.</summary>
    public static void Warn(VaultStore store) => Warn(store, Console.Error);

    /// <summary>As <see cref="Warn(VaultStore)"/>, on another writer.</summary>
    public static void Warn(VaultStore store, TextWriter output)
    {
        var open = store.Sources.List().Where(source => source.State != SourceState.Closed).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var names = open.Select(source => source.Title ?? source.Address).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var shown = names.Count is > 0 and <= MaxNames ? $" ({string.Join(", ", names)})" : string.Empty;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"While the old blog is still up, every redaction is a map: whoever lays the two side by side reads off what was hidden. {open.Count:N0} of your sources {(open.Count == 1 ? "is" : "are")} not marked as closed{shown}. Close them with: dotnet run -- takedown source"));
    }
}
