namespace Blog.Import.Xml;

/// <summary>The mended text of one element of an export.</summary>
/// <param name="Text">From its start tag to its end tag; only a beginning where there is a fault. Valid until the next slice is read.</param>
/// <param name="Number">Its number among the elements of its name, from 1.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Fault">What is wrong with it.</param>
internal readonly record struct XmlSlice(ReadOnlyMemory<char> Text, long Number, SourcePlace Place, SliceFault Fault)
{
    /// <summary>Local name of the element.</summary>
    public required string Name { get; init; }

    /// <summary>Elements within it of the name that was to be counted.</summary>
    public int Inner { get; init; }
}
