using System.Globalization;
using Blog.Vault;

namespace Blog.Commands;

/// <summary>How sources and their states are called on screen.</summary>
internal static class SourceNames
{
    /// <summary>The words of <c>--state</c>.</summary>
    public static IReadOnlyDictionary<string, SourceState> States { get; } = new Dictionary<string, SourceState>(StringComparer.Ordinal)
    {
        ["closed"] = SourceState.Closed,
        ["public"] = SourceState.Public,
        ["unknown"] = SourceState.Unknown,
    };

    /// <summary>A source's short name, by which it can be named again, with its title or address.</summary>
    public static string Of(VaultSource source) =>
        $"{source.Handle.Hex[..VaultHandle.ShownDigits]} ({string.Join(", ", new[] { source.Format, source.Title, source.Address, source.Title is null && source.Address is null ? source.Key : null }.OfType<string>())})";

    /// <summary>Its state, and since when it is known.</summary>
    public static string StateOf(VaultSource source)
    {
        var state = source.State switch
        {
            SourceState.Unknown => "nobody has said whether it is still up",
            SourceState.Public => "still public",
            SourceState.Closed => "closed",
            _ => throw new InvalidOperationException($"No words for {source.State}."),
        };
        return source.StateSet is { } set ? string.Create(CultureInfo.InvariantCulture, $"{state} (said on {set.UtcDateTime:yyyy-MM-dd})") : state;
    }
}
