using System.Text.Json;
using Blog.Source;

namespace Blog.Gate.Reuse;

/// <summary>What the check of the published site found clean, and under which rules.</summary>
/// <remarks>
/// It lies in <c>.build/gate.memory</c>: paths, hashes of published files, ids that pages link to, and one keyed hash over all rules and secrets. Under
/// another hash of rules it is worth nothing: a name that is redacted today is looked for in every file again.
/// </remarks>
internal sealed record GateMemory
{
    private const string FileName = "gate.memory";

    /// <summary>Keyed hash over the program, the switches, the address and all secrets with their scopes.</summary>
    public required string Rules { get; init; }

    /// <summary>All files of the site.</summary>
    public required IReadOnlyList<string> All { get; init; }

    /// <summary>The clean ones by path.</summary>
    public required IReadOnlyDictionary<string, KnownClean> Clean { get; init; }

    /// <summary>What the other pages say of their units, by path: they are read by every check, and the index is compared with them.</summary>
    public required IReadOnlyDictionary<string, KnownUnits> Unclean { get; init; }

    /// <summary>The index, where nothing was found in it; null for none.</summary>
    public KnownIndex? Index { get; init; }

    /// <summary>Reads what the last check of a blog left; null where there is none that can be read.</summary>
    public static GateMemory? Of(BlogFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder.Build, FileName)), GateMemoryJson.Default.GateMemory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps it for the next check.</summary>
    public void Save(BlogFolder folder) => DurableFile.Write(Path.Combine(folder.Build, FileName), JsonSerializer.SerializeToUtf8Bytes(this, GateMemoryJson.Default.GateMemory));
}
