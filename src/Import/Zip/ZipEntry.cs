namespace Blog.Import.Zip;

/// <summary>An entry of a zip that may be read, as the list of entries describes it.</summary>
internal sealed record ZipEntry
{
    /// <summary>Its name with <c>/</c> between folders; never absolute, never with <c>..</c> in it, unique in its zip by ordinal comparison.</summary>
    public required string Name { get; init; }

    /// <summary>Its bytes unpacked, as the list says; reading it fails where they are more or fewer.</summary>
    public required long Length { get; init; }

    /// <summary>Its bytes as they are packed.</summary>
    public required long Packed { get; init; }

    /// <summary>Where its own header stands.</summary>
    public required long Header { get; init; }

    /// <summary>Where the next header, or the list of entries, stands: its bytes must end before.</summary>
    public long Next { get; init; }

    /// <summary>CRC-32 of its bytes unpacked.</summary>
    public required uint Crc { get; init; }

    /// <summary>Packed by deflate; else its bytes stand as they are.</summary>
    public required bool IsDeflated { get; init; }

    /// <summary>Its name as it stands in the list: its own header must say the same.</summary>
    public required byte[] RawName { get; init; }
}
