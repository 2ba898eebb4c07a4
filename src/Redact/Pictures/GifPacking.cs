namespace Blog.Redact.Pictures;

/// <summary>Finds where the packed data of a GIF frame ends: GIF's LZW (GIF89a, appendix F) read for lengths alone, without making pixels.</summary>
internal static class GifPacking
{
    private const int MaxCodes = 4096;

    /// <summary>How many bytes are read until the end code, or until all pixels are there.</summary>
    /// <exception cref="PictureException">The codes make no sense, or give fewer pixels than the frame has.</exception>
    public static int UsedLength(ReadOnlySpan<byte> data, int minimum, long pixels)
    {
        var clear = 1 << minimum;
        Span<int> lengths = stackalloc int[MaxCodes]; // pixels that each code stands for
        var (size, next, previous) = (minimum + 1, clear + 2, -1);
        var (bits, held, made) = (0, 0, 0L);
        lengths[..clear].Fill(1);
        for (var at = 0; at < data.Length;)
        {
            bits |= data[at++] << held;
            held += 8;
            while (held >= size)
            {
                var code = bits & ((1 << size) - 1);
                bits >>= size;
                held -= size;
                if (code == clear)
                {
                    (size, next, previous) = (minimum + 1, clear + 2, -1);
                    continue;
                }

                if (code == clear + 1)
                {
                    return made >= pixels ? at : throw PictureException.Cut("GIF");
                }

                if (code > next || (code == next && previous < 0) || (code >= clear && code < clear + 2))
                {
                    throw PictureException.Damaged("GIF", "the packing of a frame");
                }

                if (previous >= 0 && next < MaxCodes)
                {
                    lengths[next++] = lengths[previous] + 1;
                    size = next == 1 << size && size < 12 ? size + 1 : size;
                }

                made += lengths[code];
                previous = code;
                if (made > pixels + MaxCodes)
                {
                    throw PictureException.Damaged("GIF", "more pixels than a frame has");
                }
            }
        }

        return made >= pixels ? data.Length : throw PictureException.Cut("GIF");
    }
}
