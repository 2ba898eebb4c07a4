using System.Text.Json;
using Blog.Source;

namespace Blog.Site.Reuse;

/// <summary>What the published site was made of, so that the next build need not make again what would be the same.</summary>
/// <remarks>
/// It lies in <c>.build/site.memory</c> and holds hashes, paths and warnings: no text, and of what is private nothing. It says nothing that is believed
/// without a look: a file is carried only while it lies in <c>output/</c> as it did after its build (size, time, inode). A memory that is missing, cut off or
/// of another program is none, and everything is made anew.
/// </remarks>
internal sealed record SiteMemory
{
    private const string FileName = "site.memory";

    /// <summary>Which program made it; see <see cref="ProgramIdentity"/>.</summary>
    public required string Program { get; init; }

    /// <summary>Every file of the site by its path.</summary>
    public required IReadOnlyDictionary<string, KnownFile> Files { get; init; }

    /// <summary>Posts and pages by the path of their file within <c>input/</c>.</summary>
    public required IReadOnlyDictionary<string, KnownPost> Posts { get; init; }

    /// <summary>The lists.</summary>
    public required KnownGroup Lists { get; init; }

    /// <summary>The search index.</summary>
    public required KnownGroup Index { get; init; }

    /// <summary>Nothing is known.</summary>
    public static SiteMemory None { get; } = new()
    {
        Program = string.Empty,
        Files = new Dictionary<string, KnownFile>(StringComparer.Ordinal),
        Posts = new Dictionary<string, KnownPost>(StringComparer.Ordinal),
        Lists = KnownGroup.None,
        Index = KnownGroup.None,
    };

    /// <summary>Reads what the last build of a blog left.</summary>
    public static SiteMemory Of(BlogFolder folder)
    {
        try
        {
            var memory = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder.Build, FileName)), SiteMemoryJson.Default.SiteMemory);
            return memory is not null && memory.Program == ProgramIdentity.Current ? memory : None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return None;
        }
    }

    /// <summary>Keeps it for the next build; written after the swap, since what it says of files is only then so.</summary>
    public void Save(BlogFolder folder) => DurableFile.Write(Path.Combine(folder.Build, FileName), JsonSerializer.SerializeToUtf8Bytes(this, SiteMemoryJson.Default.SiteMemory));
}
