namespace Blog.Redact.Pictures;

/// <summary>One component of a JPEG picture (brightness, one of two colour differences) in blocks of eight by eight.</summary>
internal sealed class JpegComponent
{
    /// <summary>Its number in the file.</summary>
    public required byte Id { get; init; }

    /// <summary>Blocks of it across in a unit of all components.</summary>
    public required int H { get; init; }

    /// <summary>Blocks of it down in a unit.</summary>
    public required int V { get; init; }

    /// <summary>Number of its quantization table.</summary>
    public required byte Quantization { get; init; }

    /// <summary>Blocks across that hold something of the picture.</summary>
    public required int Columns { get; init; }

    /// <summary>Blocks down that do.</summary>
    public required int Rows { get; init; }

    /// <summary>Blocks across with those that only fill up the last unit.</summary>
    public required int Stride { get; init; }

    /// <summary>Blocks down with those.</summary>
    public required int Depth { get; init; }

    /// <summary>The quantized coefficients, 64 a block in the order of the file, block by block; one block only where nobody wants them.</summary>
    public required short[] Coefficients { get; init; }

    /// <summary>The last block's mean, from which the next differs.</summary>
    public int Last { get; set; }

    /// <summary>The coefficients of a block.</summary>
    public Span<short> Block(int column, int row) =>
        Coefficients.Length == 64 ? Coefficients : Coefficients.AsSpan(((row * Stride) + column) * 64, 64);
}
