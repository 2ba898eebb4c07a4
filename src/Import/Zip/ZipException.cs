namespace Blog.Import.Zip;

/// <summary>A zip, or an entry of it, cannot be read.</summary>
/// <remarks>The message is a phrase for a caller's message, e.g. "its list of entries is broken"; it holds no name of an entry.</remarks>
public sealed class ZipException : IOException
{
    /// <summary>A fault and the phrase that says it.</summary>
    public ZipException(ZipFault fault, string why)
        : base(why) => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public ZipFault Fault { get; }
}
