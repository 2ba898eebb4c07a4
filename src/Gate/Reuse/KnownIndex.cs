using Blog.Search.Index;

namespace Blog.Gate.Reuse;

/// <summary>A search index in which a check found nothing, so that the next check decodes only what is other in the next index.</summary>
/// <param name="Files">Lower-case hex SHA-256 of each of its files.</param>
/// <param name="Blocks">The blocks of its dictionary, in order.</param>
/// <param name="Words">Sum of the hashes of its words.</param>
/// <param name="StreamBytes">Bytes of the pieces in each stream, by <see cref="StreamKind"/>.</param>
internal sealed record KnownIndex(IReadOnlyDictionary<string, string> Files, IReadOnlyList<KnownBlock> Blocks, long Words, IReadOnlyList<long> StreamBytes);
