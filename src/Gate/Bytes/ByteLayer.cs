namespace Blog.Gate.Bytes;

/// <summary>Bytes that are searched: those of a file, or what a stretch of it decodes to, with the way back.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Origins">For each byte (it may be longer) its offset in the file; null where the two are the same.</param>
/// <param name="IsMarkup">Whether tags and character references are read in it.</param>
internal sealed record ByteLayer(ReadOnlyMemory<byte> Bytes, int[]? Origins, bool IsMarkup)
{
    /// <summary>A stretch of the layer as a layer of its own.</summary>
    public ByteLayer Slice(int from, int to)
    {
        var origins = new int[to - from];
        for (var i = 0; i < origins.Length; i++)
        {
            origins[i] = ToFile(from + i);
        }

        return new ByteLayer(Bytes[from..to], origins, IsMarkup: true);
    }

    /// <summary>Offset in the file of a byte of the layer.</summary>
    public int ToFile(int offset) => Origins is null ? offset : Origins[Math.Min(offset, Bytes.Length - 1)];
}
