using System.Text.Json;

namespace Blog.Search.Index;

/// <summary>What every query needs first: statistics, where each shard begins and in which folder it lies. <c>search/root.json</c>.</summary>
public sealed record IndexRoot
{
    /// <summary><see cref="IndexFormat.Version"/>.</summary>
    public int Format { get; init; } = IndexFormat.Version;

    /// <summary>All units; their numbers are below it.</summary>
    public required int Units { get; init; }

    /// <summary>Statistics of the texts.</summary>
    public required FieldStatistics Text { get; init; }

    /// <summary>Statistics of the titles.</summary>
    public required FieldStatistics Title { get; init; }

    /// <summary>Classes of units: the code of the text's length, 256 more for posts.</summary>
    public required IReadOnlyList<int> Classes { get; init; }

    /// <summary>Codes of the lengths of titles.</summary>
    public required IReadOnlyList<int> TitleNorms { get; init; }

    /// <summary>The most terms a comment of each tier of excerpts has, posts first (0); the last has no bound (-1).</summary>
    public required IReadOnlyList<int> TierLengths { get; init; }

    /// <summary>How many unit numbers an excerpt file of each tier spans.</summary>
    public required IReadOnlyList<int> TierSpans { get; init; }

    /// <summary>The first unit number of each month with units, by month (<c>2015-12</c>), in order; undated units come first, under an empty month.</summary>
    public required IReadOnlyDictionary<string, int> Months { get; init; }

    /// <summary>The first key of each block of the dictionary.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The first word of each file of the list of words.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The first word, backwards, of each file of the list of words by their endings.</summary>
    public required IReadOnlyList<string> Endings { get; init; }

    /// <summary>Abbreviations of the blog and what they stand for.</summary>
    public required IReadOnlyDictionary<string, string> Glossary { get; init; }

    /// <summary>Folders of the dictionary's blocks.</summary>
    public required IReadOnlyList<string> DictionaryFolders { get; init; }

    /// <summary>Folders of <see cref="StreamKind.Lists"/>.</summary>
    public required IReadOnlyList<string> ListFolders { get; init; }

    /// <summary>Folders of <see cref="StreamKind.PostLists"/>.</summary>
    public required IReadOnlyList<string> PostListFolders { get; init; }

    /// <summary>Folders of <see cref="StreamKind.Positions"/>.</summary>
    public required IReadOnlyList<string> PositionFolders { get; init; }

    /// <summary>Folders of excerpts, by tier.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> ExcerptFolders { get; init; }

    /// <summary>Folders of the units' classes.</summary>
    public required IReadOnlyList<string> ClassFolders { get; init; }

    /// <summary>Folders of the list of words.</summary>
    public required IReadOnlyList<string> WordFolders { get; init; }

    /// <summary>Folders of the list of words by their endings.</summary>
    public required IReadOnlyList<string> EndingFolders { get; init; }

    /// <summary>Folder of the table of days.</summary>
    public required IReadOnlyList<string> DayFolders { get; init; }

    /// <summary>Folders of a stream.</summary>
    public IReadOnlyList<string> FoldersOf(StreamKind stream) => stream switch
    {
        StreamKind.Lists => ListFolders,
        StreamKind.PostLists => PostListFolders,
        StreamKind.Positions => PositionFolders,
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream, "No such stream."),
    };

    /// <summary>The bytes of <c>root.json</c>.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, IndexRootJson.Default.IndexRoot);

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is none of this format.</exception>
    public static IndexRoot Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var root = JsonSerializer.Deserialize(bytes, IndexRootJson.Default.IndexRoot);
            return root is { Format: IndexFormat.Version } ? root : throw new InvalidDataException("The search index has another format. Build the site again.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The search index's root cannot be read. Build the site again.", e);
        }
    }
}
