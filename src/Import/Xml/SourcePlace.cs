using System.Globalization;

namespace Blog.Import.Xml;

/// <summary>A place in a source, as a message names it.</summary>
/// <param name="Line">Line from 1; 0 where only the byte is known.</param>
/// <param name="Column">Column in characters from 1, or the byte's offset from 0 (to the block it was read in) where <paramref name="Line"/> is 0.</param>
internal readonly record struct SourcePlace(long Line, long Column)
{
    /// <summary>A place known by its byte only: the decoder runs before lines are counted.</summary>
    public static SourcePlace AtByte(long offset) => new(0, offset);

    /// <inheritdoc/>
    public override string ToString() => Line == 0
        ? string.Create(CultureInfo.InvariantCulture, $"near byte {Column}")
        : string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}");
}
